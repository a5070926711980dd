package id.tanggap.intake.call;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a feature built on calls still has to do in the transaction in which something of a call becomes known. */
public interface AnnouncementFollowUp {

    /** The call, under its row's lock, is announced as of now and not yet published. */
    Uni<Void> announced(Mutiny.Session session, Call call, Instant at);

    /** The call, under its row's lock, is known to be answered from now on; announced or not yet, when that may turn out wrong. */
    Uni<Void> answered(Mutiny.Session session, Call call);
}
