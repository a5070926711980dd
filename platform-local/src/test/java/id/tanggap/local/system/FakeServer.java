package id.tanggap.local.system;

import id.tanggap.local.stack.ManagedProcess;
import id.tanggap.local.stack.Server;
import java.util.concurrent.CountDownLatch;

/** A member without a process: runs, fails at its start, or takes until it is killed. */
final class FakeServer implements Server {
    enum Start {
        SUCCEEDS,
        FAILS,
        TAKES_LONG
    }

    private final String name;
    private final Start start;
    private final CountDownLatch killed = new CountDownLatch(1);
    volatile boolean alive;
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
        alive = true;
        switch (start) {
            case SUCCEEDS -> {}
            case FAILS -> {
                alive = false;
                throw new IllegalStateException(name + " ended while starting");
            }
            case TAKES_LONG -> awaitKill();
        }
    }

    private void awaitKill() {
        try {
            killed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(name + " was killed");
    }

    @Override
    public void stop() {
        stops++;
        alive = false;
    }

    @Override
    public void kill() {
        alive = false;
        killed.countDown();
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
