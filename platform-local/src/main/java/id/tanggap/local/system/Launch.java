package id.tanggap.local.system;

import id.tanggap.local.stack.KafkaServer;
import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.ServerStack;
import id.tanggap.local.stack.StackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One start of a system: servers side by side, beside them a build if there is one, then the services side by side. The
 * first failure ends the whole start at once and everything that this start has launched.
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

    private final LocalSystem system;
    private final Preparation preparation;
    private final Progress progress;
    private final Queue<Server> launched = new ConcurrentLinkedQueue<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private volatile boolean cancelled;

    public Launch(LocalSystem system, Preparation preparation, Progress progress) {
        this.system = system;
        this.preparation = preparation;
        this.progress = progress;
    }

    public void run() {
        List<Runnable> first = new ArrayList<>();
        first.add(preparation::run);
        system.servers()
                .all()
                .forEach(server -> first.add(() -> {
                    ensure(server);
                    if (server.name().equals(KafkaServer.NAME)) {
                        progress.step("topics and rights", system::declareTopics);
                    }
                }));
        together(first);
        together(system.services().stream()
                .<Runnable>map(service -> () -> ensure(service))
                .toList());
    }

    /** Launches nothing more and ends the rest; {@link #run} then fails soon. */
    public void cancel() {
        cancelled = true;
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
        if (server instanceof ServiceProcess service && service.alive() && service.outdated()) {
            progress.step(service.name() + " (stop the older one)", service::stop);
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
        try {
            task.run();
        } catch (RuntimeException e) {
            if (failure.compareAndSet(null, e)) {
                abort();
            }
            throw e;
        }
    }
}
