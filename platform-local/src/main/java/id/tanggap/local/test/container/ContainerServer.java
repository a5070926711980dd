package id.tanggap.local.test.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import id.tanggap.local.stack.LogTail;
import id.tanggap.local.stack.Secrets;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.ServerControl;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.LogUtils;

/**
 * A server in a container that keeps its name, its port and its file system from one start to the next. It is found by that
 * name, so that a test may end and start it whatever class loader it was started from.
 */
abstract class ContainerServer implements ServerControl {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PEEK_MILLIS = 200;
    private static final int STOP_SECONDS = 20;

    protected final SystemConfig config;
    private final String name;
    private final String container;

    ContainerServer(SystemConfig config, String name) {
        this.config = config;
        this.name = name;
        this.container = config.home().getFileName() + "-" + name;
    }

    /** A container of the server's image with all that the server needs; its port and its name are given to it here. */
    abstract GenericContainer<?> define();

    /** The port inside, which is {@code config.ports().of(name)} outside. */
    abstract int port();

    /** Whether the server answers its clients now; asked only when something listens. */
    abstract boolean answers();

    /** What is left to do when it serves. */
    void complete() {}

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void start() {
        try {
            if (inspect().isEmpty()) {
                create();
            } else {
                client().startContainerCmd(container).exec();
            }
        } catch (NotModifiedException e) {
            throw new StackException(name + " runs already.", e);
        } catch (IOException | RuntimeException e) {
            throw new StackException(name + " cannot be started in a container: " + e.getMessage(), e);
        }
        awaitServing();
        complete();
    }

    @Override
    public final void stop() {
        try {
            client().stopContainerCmd(container).withTimeout(STOP_SECONDS).exec();
        } catch (NotFoundException | NotModifiedException e) {
            // It does not run, which is what was asked for.
        }
    }

    @Override
    public final void kill() {
        try {
            client().killContainerCmd(container).exec();
            while (alive()) {
                pause();
            }
        } catch (NotFoundException | ConflictException e) {
            // It does not run, which is what was asked for.
        }
    }

    @Override
    public final boolean alive() {
        return inspect().map(found -> found.getState().getRunning()).orElse(false);
    }

    @Override
    public final boolean serves() {
        return listens() && answers();
    }

    private void create() throws IOException {
        GenericContainer<?> fresh = define();
        PortBinding binding = new PortBinding(
                Ports.Binding.bindIpAndPort("127.0.0.1", config.ports().of(name)), new ExposedPort(port()));
        fresh.withExposedPorts(port())
                .withCreateContainerCmdModifier(
                        command -> command.withName(container).getHostConfig().withPortBindings(binding))
                // Whether it serves is asked here, after a later start too.
                .waitingFor(new AbstractWaitStrategy() {
                    @Override
                    protected void waitUntilReady() {}
                });
        Secrets.write(config.runFolder().resolve(name + ".container"), container + "\n");
        fresh.start();
    }

    private void awaitServing() {
        long end = System.nanoTime() + Server.START_LIMIT.toNanos();
        while (!serves()) {
            if (!alive()) {
                throw new StackException(name + " ended while starting: " + lastWords());
            }
            if (System.nanoTime() > end) {
                throw new StackException(
                        name + " is not ready after " + Server.START_LIMIT.toSeconds() + " s: " + lastWords());
            }
            pause();
        }
    }

    /** Docker's proxy listens for a server that does not yet, and hangs up at once; none of the servers speaks first. */
    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", config.ports().of(name)), PEEK_MILLIS);
            socket.setSoTimeout(PEEK_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<InspectContainerResponse> inspect() {
        try {
            return Optional.of(client().inspectContainerCmd(container).exec());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private String lastWords() {
        return LogTail.lastWords(LogUtils.getOutput(client(), container).lines().toList());
    }

    private static DockerClient client() {
        return Engine.client();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }
}
