package id.tanggap.notification.webhook;

import id.tanggap.notification.webhook.policy.AddressGuard;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Finds the address of a webhook's host, if it has one that may be called. Silent name servers of one agency delay no other. */
@ApplicationScoped
public class DestinationResolver {

    // The platform's resolver blocks, for up to a minute where a name server is silent, and cannot be told to give up.
    // Each
    // agency therefore has threads of its own, and a name that is being asked for is not asked for again.
    private static final int THREADS_PER_AGENCY = 4;
    private static final int WAITING_PER_AGENCY = 256;
    private static final int IDLE_SECONDS = 30;

    /** What a host's name leads to. */
    public sealed interface Destination {

        /** The connection must go to this very address: resolved again, the name could lead elsewhere. */
        record Permitted(InetAddress address) implements Destination {}

        /** At least one of its addresses must not be reached from here. */
        record Refused() implements Destination {}

        /** The name has no address that could be found. */
        record Unresolved() implements Destination {}
    }

    private record Question(String agency, String host) {}

    private final AddressGuard guard;
    private final Vertx vertx;
    private final Map<String, ExecutorService> threads = new ConcurrentHashMap<>();
    private final Map<Question, CompletableFuture<Destination>> asked = new ConcurrentHashMap<>();

    DestinationResolver(AddressGuard guard, Vertx vertx) {
        this.guard = guard;
        this.vertx = vertx;
    }

    void stop(@Observes ShutdownEvent event) {
        threads.values().forEach(ExecutorService::shutdownNow);
    }

    /** Resolves the host for this agency, in whatever time it takes; the item comes on the caller's Vert.x context. */
    public Uni<Destination> resolve(String agency, String host) {
        return literal(host)
                .map(address -> Uni.createFrom().item(judged(address)))
                .orElseGet(() -> lookedUp(agency, host));
    }

    /** An address that is written out: nobody is asked, so it waits for no name. */
    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    private Uni<Destination> lookedUp(String agency, String host) {
        return Uni.createFrom()
                .deferred(() -> {
                    Context caller = vertx.getOrCreateContext();
                    return Uni.createFrom()
                            .completionStage(asked.computeIfAbsent(new Question(agency, host), this::ask))
                            .emitOn(work -> caller.runOnContext(running -> work.run()));
                })
                // Only this agency's own questions can be too many.
                .onFailure(RejectedExecutionException.class)
                .recoverWithItem(new Destination.Unresolved());
    }

    private CompletableFuture<Destination> ask(Question question) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return find(question.host());
                    } finally {
                        asked.remove(question);
                    }
                },
                threads.computeIfAbsent(question.agency(), DestinationResolver::threads));
    }

    private Destination find(String host) {
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            return new Destination.Unresolved();
        }
        return judged(addresses);
    }

    private Destination judged(InetAddress... addresses) {
        for (InetAddress address : addresses) {
            // All, not some: a name with one inner address among public ones is no honest destination.
            if (!guard.permits(address)) {
                return new Destination.Refused();
            }
        }
        return new Destination.Permitted(addresses[0]);
    }

    private static ExecutorService threads(String agency) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS_PER_AGENCY,
                THREADS_PER_AGENCY,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(WAITING_PER_AGENCY),
                Thread.ofPlatform()
                        .daemon()
                        .name("webhook-dns-" + agency + "-", 0)
                        .factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
