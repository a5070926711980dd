package id.tanggap.intake.call;

import id.tanggap.intake.call.policy.Signal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The events of a call as they were told: to be used under the call's lock. */
@ApplicationScoped
class CallEvents {

    private static final String OF_CALL = "from CallEvent e where e.callId = :call";

    /** All that were accepted, in no order. */
    Uni<List<Signal>> of(Mutiny.Session session, String callId) {
        return session.createQuery(OF_CALL, CallEvent.class)
                .setParameter("call", callId)
                .getResultList()
                .map(events -> events.stream().map(CallEvent::signal).toList());
    }
}
