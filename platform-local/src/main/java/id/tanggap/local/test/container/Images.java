package id.tanggap.local.test.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.tanggap.local.stack.Distribution;
import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Path;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The images that docker-compose.yml pins: tests meet what a deployment runs. */
final class Images {
    private Images() {}

    /** The image of the server of that name, from the registry that Testcontainers is configured for. */
    static DockerImageName of(String server) {
        Path file = Distribution.root().resolve("docker-compose.yml");
        try {
            JsonNode image = new YAMLMapper().readTree(file.toFile()).at("/services/" + server + "/image");
            return ImageNameSubstitutor.instance().apply(DockerImageName.parse(image.asText()));
        } catch (IOException e) {
            throw new StackException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
