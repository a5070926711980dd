package id.tanggap.ticket.category;

import id.tanggap.ticket.category.policy.Catalogue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.reactive.mutiny.Mutiny;

/** The reference data as it is now: remembered, and read anew when any replica has changed it. */
@ApplicationScoped
public class Catalogues {

    private final CatalogueReader reader;
    private final AtomicReference<Read> last = new AtomicReference<>(new Read(0, null));

    Catalogues(CatalogueReader reader) {
        this.reader = reader;
    }

    private record Read(long version, Catalogue catalogue) {}

    /** What every change that was committed before has made of it. */
    public Uni<Catalogue> current(Mutiny.Session session) {
        return session.createNativeQuery("select version from reference_version", Long.class)
                .getSingleResult()
                .chain(version -> {
                    Read known = last.get();
                    // What is read after the version may be newer than it, never older: at worst it is read once more.
                    return known.version == version
                            ? Uni.createFrom().item(known.catalogue)
                            : reader.read(session).invoke(catalogue -> last.set(new Read(version, catalogue)));
                });
    }
}
