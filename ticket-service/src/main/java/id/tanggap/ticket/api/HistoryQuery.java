package id.tanggap.ticket.api;

import id.tanggap.platform.api.Page;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.category.ReferenceHistory;
import id.tanggap.ticket.category.ReferenceKind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Which part of a history is asked for. */
class HistoryQuery {

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    /** That part, the newest first. */
    Uni<Page<ReferenceHistory.Change>> page(
            Transactions transactions, ReferenceHistory history, Optional<ReferenceKind> kind, Optional<String> code) {
        var olderThan = Optional.ofNullable(cursor).map(Cursor::read);
        // One more than asked for, to know whether there are more.
        return transactions
                .read(session -> history.list(session, kind, code, olderThan, limit + 1))
                .map(found -> Page.of(found, limit, last -> Cursor.after(last.changeId())));
    }
}
