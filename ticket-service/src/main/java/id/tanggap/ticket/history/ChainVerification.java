package id.tanggap.ticket.history;

import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Walks along the whole chain, as it was when the walk began. */
@ApplicationScoped
public class ChainVerification {

    private static final int AT_ONCE = 1_000;

    private final Transactions transactions;
    private final Histories histories;

    ChainVerification(Transactions transactions, Histories histories) {
        this.transactions = transactions;
        this.histories = histories;
    }

    /**
     * What was found.
     *
     * @param records how many were looked at
     * @param head hash of the last record in hex: who notes it down can tell later whether the chain still leads through it
     */
    public record Result(boolean intact, long records, String head, Optional<ChainFault> fault) {}

    private record Place(long position, byte[] hash) {}

    /** Verifies every record, however many there are, some at a time. */
    public Uni<Result> verify() {
        return transactions
                .read(histories::head)
                .chain(head -> walk(new Place(0, new byte[32]), new Place(head.position, head.hash)));
    }

    private Uni<Result> walk(Place from, Place end) {
        return transactions
                .read(session -> histories.after(
                        session, from.position(), (int) Math.min(AT_ONCE, end.position() - from.position() + 1)))
                .chain(records -> {
                    Place place = from;
                    for (HistoryRecord record : upTo(end, records)) {
                        Optional<ChainFault> fault = record.fault(place.position(), place.hash());
                        if (fault.isPresent()) {
                            return Uni.createFrom().item(result(place, end, fault));
                        }
                        place = new Place(record.position, record.hash);
                    }
                    boolean more = place.position() > from.position() && place.position() < end.position();
                    return more ? walk(place, end) : Uni.createFrom().item(result(place, end, end(place, end)));
                });
    }

    /** What came after the walk began is another one's. */
    private static List<HistoryRecord> upTo(Place end, List<HistoryRecord> records) {
        return records.stream()
                .filter(record -> record.position <= end.position())
                .toList();
    }

    private static Optional<ChainFault> end(Place reached, Place end) {
        return Optional.of(new ChainFault(reached.position() + 1, ChainFault.Kind.OTHER_END))
                .filter(other -> reached.position() != end.position() || !Arrays.equals(reached.hash(), end.hash()));
    }

    private static Result result(Place reached, Place end, Optional<ChainFault> fault) {
        return new Result(fault.isEmpty(), reached.position(), HexFormat.of().formatHex(end.hash()), fault);
    }
}
