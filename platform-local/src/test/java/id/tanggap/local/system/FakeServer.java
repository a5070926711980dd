package id.tanggap.local.system;

import id.tanggap.local.stack.ManagedProcess;
import id.tanggap.local.stack.Server;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A member without a process: runs, fails at its start, or takes until somebody ends that. */
final class FakeServer implements Server {
    enum Start {
        SUCCEEDS,
        FAILS,
        TAKES_LONG,
        /** Unpacks and builds, without a process that could be killed. */
        PREPARES_LONG,
        /** Has its process only after somebody wanted to kill it, as one who hears nothing of that. */
        LAUNCHES_LATE
    }

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final String name;
    private final Start start;
    private final CountDownLatch killed = new CountDownLatch(1);
    private final CountDownLatch killedInVain = new CountDownLatch(1);
    volatile boolean alive;
    volatile boolean interrupted;
    volatile boolean outdated;
    volatile int starts;
    volatile int stops;

    FakeServer(String name, Start start) {
        this.name = name;
        this.start = start;
    }

    static FakeServer running(String name) {
        FakeServer server = new FakeServer(name, Start.SUCCEEDS);
        server.alive = true;
        return server;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ManagedProcess process() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void start() {
        starts++;
        switch (start) {
            case SUCCEEDS -> alive = true;
            case FAILS -> throw new IllegalStateException(name + " ended while starting");
            case TAKES_LONG -> {
                alive = true;
                await(killed);
                throw new IllegalStateException(name + " was killed");
            }
            case PREPARES_LONG -> await(new CountDownLatch(1));
            case LAUNCHES_LATE -> {
                await(killedInVain);
                alive = true;
                await(killed);
            }
        }
    }

    /** Also where nobody ends it: a test that waits for ever says nothing. */
    private void await(CountDownLatch event) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                event.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                return;
            } catch (InterruptedException e) {
                interrupted = true;
                if (start == Start.PREPARES_LONG) {
                    throw new IllegalStateException(name + " was interrupted", e);
                }
            }
        }
    }

    @Override
    public void stop() {
        stops++;
        alive = false;
    }

    @Override
    public void kill() {
        if (alive) {
            alive = false;
            killed.countDown();
        } else {
            killedInVain.countDown();
        }
    }

    @Override
    public boolean alive() {
        return alive;
    }

    @Override
    public boolean outdated() {
        return outdated && stops == 0;
    }

    @Override
    public boolean serves() {
        return alive;
    }

    @Override
    public String endpoint() {
        return "nowhere";
    }
}
