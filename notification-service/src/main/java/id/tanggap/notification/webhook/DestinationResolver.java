package id.tanggap.notification.webhook;

import id.tanggap.notification.webhook.policy.AddressGuard;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the address of a webhook's host, if it has one that may be called. */
@ApplicationScoped
public class DestinationResolver {

    // The platform's resolver blocks, for seconds where a name server is silent: it gets threads of its own.
    private static final int THREADS = 8;

    /** What a host's name leads to. */
    public sealed interface Destination {

        /** The connection must go to this very address: resolved again, the name could lead elsewhere. */
        record Permitted(InetAddress address) implements Destination {}

        /** At least one of its addresses must not be reached from here. */
        record Refused() implements Destination {}

        /** The name has no address. */
        record Unresolved() implements Destination {}
    }

    private final AddressGuard guard;
    private final WorkerExecutor threads;

    DestinationResolver(AddressGuard guard, Vertx vertx) {
        this.guard = guard;
        this.threads = vertx.createSharedWorkerExecutor("webhook-dns", THREADS);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.close();
    }

    /** Resolves the host; the item comes on the caller's Vert.x context. */
    public Uni<Destination> resolve(String host) {
        return Uni.createFrom().completionStage(() -> threads.executeBlocking(() -> find(host), false)
                .toCompletionStage());
    }

    private Destination find(String host) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            return new Destination.Unresolved();
        }
        for (InetAddress address : addresses) {
            // All, not some: a name with one inner address among public ones is no honest destination.
            if (!guard.permits(address)) {
                return new Destination.Refused();
            }
        }
        return new Destination.Permitted(addresses[0]);
    }
}
