package id.tanggap.triage.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A model as a JSON document {@code {"checksum", "model"}}. The checksum is the SHA-256 of the model's canonical JSON: keys
 * sorted, no white space, numbers as Java writes a double; so it survives pretty-printing and a database.
 *
 * @param checksum 64 hexadecimal digits
 */
public record ModelFile(String checksum, AdditiveModel model) {

    /** Shipped with the service: what it scores with until a trained model is its champion. */
    public static final String BUNDLED = "/META-INF/tanggap/models/champion.json";

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public static ModelFile of(AdditiveModel model) {
        return new ModelFile(sha256(canonical(model)), model);
    }

    /**
     * Reads a document.
     *
     * @throws BrokenModelException if it is none, was changed after it was written, or holds a model that makes no sense
     */
    public static ModelFile parse(String json) {
        try {
            JsonNode document = CANONICAL.readTree(json);
            AdditiveModel model = CANONICAL.treeToValue(document.path("model"), AdditiveModel.class);
            if (model == null) {
                throw new BrokenModelException("no model in it");
            }
            ModelFile file = of(model);
            String stated = document.path("checksum").asText();
            if (!file.checksum.equals(stated)) {
                throw new BrokenModelException("checksum is " + file.checksum + " and not " + stated + " as stated");
            }
            return file;
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof BrokenModelException broken) {
                throw broken;
            }
            throw new BrokenModelException("not a readable model: " + e.getOriginalMessage(), e);
        }
    }

    /** The model in a resource of the class path. */
    public static ModelFile bundled() {
        try (InputStream source = ModelFile.class.getResourceAsStream(BUNDLED)) {
            return parse(new String(source.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document, indented for people. */
    public String json() {
        try {
            return CANONICAL.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a model cannot be written", e);
        }
    }

    private static String canonical(AdditiveModel model) {
        try {
            // By way of plain maps: an enum's own order must not matter, only the names.
            return CANONICAL.writeValueAsString(CANONICAL.convertValue(model, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a model cannot be written", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
