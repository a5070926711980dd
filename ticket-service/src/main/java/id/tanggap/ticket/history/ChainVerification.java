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

    /**
     * A place in the chain, up to which it was verified or at which it ends.
     *
     * @param hash of the record at this place
     */
    record Place(long position, byte[] hash) {

        /** Before the first record. */
        static final Place BEGIN = new Place(0, new byte[32]);
    }

    /**
     * How far a walk has come.
     *
     * @param end of the chain when it began
     */
    record Walked(Place reached, Place end, Optional<ChainFault> fault) {

        /** Whether nothing is wrong up to the end. */
        boolean isWhole() {
            return fault.isEmpty() && reached.position() == end.position();
        }
    }

    /** Verifies every record, however many there are, some at a time. */
    public Uni<Result> verify() {
        return walk(Place.BEGIN, Long.MAX_VALUE)
                .map(walked -> new Result(
                        walked.fault().isEmpty(),
                        walked.reached().position(),
                        HexFormat.of().formatHex(walked.end().hash()),
                        walked.fault()));
    }

    /** Goes on from a place up to which the chain was verified; about so many records at most. */
    Uni<Walked> walk(Place from, long most) {
        return transactions.read(histories::head).chain(head -> walk(from, new Place(head.position, head.hash), most));
    }

    private Uni<Walked> walk(Place from, Place end, long most) {
        return transactions
                .read(session -> histories.after(
                        session, from.position(), Math.clamp(end.position() - from.position() + 1, 1, AT_ONCE)))
                .chain(records -> {
                    Place place = from;
                    for (HistoryRecord record : upTo(end, records)) {
                        Optional<ChainFault> fault = record.fault(place.position(), place.hash());
                        if (fault.isPresent()) {
                            return Uni.createFrom().item(new Walked(place, end, fault));
                        }
                        place = new Place(record.position, record.hash);
                    }
                    long taken = place.position() - from.position();
                    boolean more = place.position() < end.position();
                    if (taken > 0 && more) {
                        return taken < most
                                ? walk(place, end, most - taken)
                                : Uni.createFrom().item(new Walked(place, end, Optional.empty()));
                    }
                    // Nothing at any of these places, and the chain goes on behind them.
                    return Uni.createFrom()
                            .item(new Walked(
                                    place,
                                    end,
                                    from.position() + AT_ONCE < end.position() ? missing(place) : end(place, end)));
                });
    }

    private static Optional<ChainFault> missing(Place reached) {
        return Optional.of(new ChainFault(reached.position() + 1, ChainFault.Kind.MISSING));
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
}
