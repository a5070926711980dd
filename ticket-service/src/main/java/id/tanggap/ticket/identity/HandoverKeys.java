package id.tanggap.ticket.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.seal.Seal;
import id.tanggap.ticket.config.SealConfig;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The keys under which intake-service may hand reporters over. The {@code kid} of a JWE says which, but it is a hint
 * (RFC 7516, 4.1.6): under a name that is not known here it is the usual key's turn, which opens nothing that is not its own.
 */
final class HandoverKeys {

    private static final String USUAL = "handover-1";

    private final Map<String, Seal> seals = new HashMap<>();
    private final ObjectMapper json;

    HandoverKeys(SealConfig config, ObjectMapper json) {
        this.json = json;
        config.otherHandoverKeys().forEach((kid, key) -> seals.put(kid, Seal.ofBase64(key, kid)));
        seals.put(USUAL, Seal.ofBase64(config.handoverKey(), USUAL));
    }

    /**
     * What was sealed.
     *
     * @throws IllegalArgumentException if it is no such JWE, was altered or is under none of the keys
     */
    String open(String jwe) {
        return seals.getOrDefault(kid(jwe), seals.get(USUAL)).open(jwe);
    }

    private String kid(String jwe) {
        String header = jwe.split("\\.", 2)[0];
        try {
            return json.readTree(new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8))
                    .path("kid")
                    .asText(USUAL);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JWE", e);
        }
    }
}
