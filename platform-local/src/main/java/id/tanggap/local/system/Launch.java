package id.tanggap.local.system;

import id.tanggap.local.stack.KafkaServer;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.ServerStack;
import id.tanggap.local.stack.StackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * One start of a system: servers side by side, beside them a build if there is one, then the services side by side. The
 * first failure ends the whole start at once: what others are doing is interrupted, and everything that this start has
 * launched is killed.
 */
public final class Launch {
    /** Done while the servers start and over before the first service does. */
    public interface Preparation {
        /** For a system whose services are packaged. */
        Preparation NONE = new Preparation() {};

        default void run() {}

        /** Called from another thread, perhaps when nothing runs: {@link #run} is to end soon, by an exception. */
        default void cancel() {}
    }

    private static final Duration ABORT_AGAIN = Duration.ofMillis(200);

    private final List<? extends Server> servers;
    private final List<? extends Server> services;
    private final Runnable declareTopics;
    private final Preparation preparation;
    private final Progress progress;
    private final Queue<Server> launched = new ConcurrentLinkedQueue<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    public Launch(LocalSystem system, Preparation preparation, Progress progress) {
        this(system.servers().all(), system.services(), system::declareTopics, preparation, progress);
    }

    Launch(
            List<? extends Server> servers,
            List<? extends Server> services,
            Runnable declareTopics,
            Preparation preparation,
            Progress progress) {
        this.servers = servers;
        this.services = services;
        this.declareTopics = declareTopics;
        this.preparation = preparation;
        this.progress = progress;
    }

    public void run() {
        List<Runnable> first = new ArrayList<>();
        first.add(preparation::run);
        servers.forEach(server -> first.add(() -> {
            ensure(server);
            if (server.name().equals(KafkaServer.NAME)) {
                progress.step("topics and rights", declareTopics);
            }
        }));
        together(first);
        together(services.stream()
                .<Runnable>map(service -> () -> ensure(service))
                .toList());
    }

    /** Launches nothing more and ends the rest; {@link #run} then fails soon. */
    public void cancel() {
        cancelled = true;
        working.forEach(Thread::interrupt);
        abort();
    }

    /** Ends everything that this start has launched so far, without grace: it has not served anyone yet. */
    public void abort() {
        preparation.cancel();
        launched.forEach(Server::kill);
    }

    private void ensure(Server server) {
        if (cancelled) {
            throw new StackException("Interrupted.");
        }
        if (server.alive() && server.outdated()) {
            progress.step(server.name() + " (the older one)", server::stop);
        }
        if (server.alive()) {
            if (!server.serves()) {
                progress.step(server.name(), () -> server.process().awaitReady(Server.START_LIMIT, server::serves));
            }
            return;
        }
        launched.add(server);
        progress.step(server.name(), server::start);
    }

    private void together(List<Runnable> tasks) {
        try {
            ServerStack.sideBySide(
                    tasks.stream().<Runnable>map(task -> () -> guarded(task)).toList());
        } catch (RuntimeException e) {
            // What a neighbour launched after the first failure is ended here.
            abort();
            throw failure.get() == null ? e : failure.get();
        }
    }

    private void guarded(Runnable task) {
        working.add(Thread.currentThread());
        try {
            if (failure.get() != null) {
                throw new StackException("Interrupted.");
            }
            task.run();
        } catch (RuntimeException e) {
            if (failure.compareAndSet(null, e)) {
                endNeighbours();
            }
            throw e;
        } finally {
            working.remove(Thread.currentThread());
        }
    }

    /** Again and again: a neighbour may be just about to launch what was not there a moment ago. */
    private void endNeighbours() {
        Set<Thread> told = new HashSet<>(Set.of(Thread.currentThread()));
        while (true) {
            working.stream().filter(told::add).forEach(Thread::interrupt);
            abort();
            working.remove(Thread.currentThread());
            if (working.isEmpty()) {
                return;
            }
            LockSupport.parkNanos(ABORT_AGAIN.toNanos());
        }
    }
}
