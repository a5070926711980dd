package id.tanggap.ticket.api;

import id.tanggap.platform.api.Asker;
import id.tanggap.ticket.category.Editor;
import java.util.Optional;

/** Names who edits, for the record. */
final class Editors {

    private Editors() {}

    /** The asker, whom only the role of a supervisor has let in; the reason may be null or blank. */
    static Editor supervisor(Asker asker, String reason) {
        return new Editor(
                asker.name(),
                Roles.SUPERVISOR,
                Optional.ofNullable(reason).map(String::strip).filter(text -> !text.isEmpty()));
    }
}
