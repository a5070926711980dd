package id.tanggap.ticket.export.csv;

import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.ticket.Ticket;
import id.tanggap.ticket.ticket.TicketFilter;
import id.tanggap.ticket.ticket.TicketList;
import id.tanggap.ticket.ticket.TicketView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Tells a time's tickets part by part, the newest first: a year of them is never in memory at once. */
@ApplicationScoped
public class TicketCsvStream {

    private static final int PART = 500;

    private final Transactions transactions;
    private final TicketList list;

    TicketCsvStream(Transactions transactions, TicketList list) {
        this.transactions = transactions;
        this.list = list;
    }

    /** The text of the tickets opened in this time; each part is read when the reader has taken the one before. */
    public Multi<String> of(Instant from, Instant to) {
        Multi<String> lines = Multi.createBy()
                .repeating()
                .uni(AtomicReference<UUID>::new, last -> next(from, to, last))
                .until(List::isEmpty)
                .map(found -> TicketCsv.lines(found.stream()
                        .map(ticket -> TicketCsv.row(TicketView.of(ticket, Optional.empty())))
                        .toList()));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(TicketCsv::header), lines);
    }

    private Uni<List<Ticket>> next(Instant from, Instant to, AtomicReference<UUID> last) {
        var part = new TicketFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(from),
                Optional.of(to),
                Optional.ofNullable(last.get()),
                PART);
        return transactions.read(session -> list.list(session, part)).invoke(found -> {
            if (!found.isEmpty()) {
                last.set(found.getLast().id());
            }
        });
    }
}
