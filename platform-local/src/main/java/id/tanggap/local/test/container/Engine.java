package id.tanggap.local.test.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;

/** The Docker engine that Testcontainers finds, if there is one that can be used from here. */
public final class Engine {
    private static final int PULL_MINUTES = 10;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");
    /** Kept, or its level would be forgotten with it. */
    private static final Logger TESTCONTAINERS = Logger.getLogger("org.testcontainers");

    private static DockerClient client;

    private Engine() {}

    /** What keeps the servers from running in containers, if anything does: part of a sentence. */
    public static Optional<String> obstacle() {
        // To have no engine is no error here, but Testcontainers would say so in many lines.
        TESTCONTAINERS.setLevel(Level.OFF);
        try {
            client();
            String host = DockerClientFactory.instance().dockerHostIpAddress();
            if (!HERE.contains(host)) {
                return Optional.of("the Docker engine's ports are those of " + host + ", not of this machine");
            }
        } catch (RuntimeException e) {
            return Optional.of("no Docker engine answers");
        } finally {
            TESTCONTAINERS.setLevel(null);
        }
        return ContainerStack.SERVERS.stream()
                .map(Images::of)
                .map(Engine::lacks)
                .flatMap(Optional::stream)
                .findFirst()
                .or(Engine::unusable);
    }

    /**
     * A client without Ryuk, the container that removes the others: Testcontainers starts one for every class loader that asks
     * it for a client, and Quarkus has several.
     */
    static synchronized DockerClient client() {
        if (client == null) {
            client = DockerClientProviderStrategy.getClientForConfig(
                    DockerClientFactory.instance().getTransportConfig());
        }
        return client;
    }

    /** One attempt: Testcontainers' own pull would repeat a vain one for minutes. */
    private static Optional<String> lacks(DockerImageName image) {
        try {
            client().inspectImageCmd(image.asCanonicalNameString()).exec();
            return Optional.empty();
        } catch (NotFoundException absent) {
            System.getLogger("test-stack").log(System.Logger.Level.INFO, "Pulling {0}", image);
        }
        try {
            boolean done = client().pullImageCmd(image.asCanonicalNameString())
                    .exec(new PullImageResultCallback())
                    .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
            return done ? Optional.empty() : Optional.of(image + " was not pulled within " + PULL_MINUTES + " minutes");
        } catch (RuntimeException e) {
            return Optional.of("the Docker engine lacks " + image + " and cannot pull it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the pull of " + image + " was interrupted");
        }
    }

    /** Asked last, as it starts Ryuk. */
    private static Optional<String> unusable() {
        try {
            return DockerClientFactory.instance().isDockerAvailable()
                    ? Optional.empty()
                    : Optional.of("Testcontainers refuses the Docker engine");
        } catch (RuntimeException e) {
            return Optional.of("Testcontainers cannot use the Docker engine (" + e.getMessage() + ")");
        }
    }
}
