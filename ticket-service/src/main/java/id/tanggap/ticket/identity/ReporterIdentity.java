package id.tanggap.ticket.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.seal.Seal;
import id.tanggap.ticket.config.SealConfig;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes over a reporter's identity from intake-service and keeps it sealed under this service's own key. An identity that
 * cannot be opened is missing, logged and counted; it never keeps a ticket from being opened.
 */
@ApplicationScoped
public class ReporterIdentity {

    private static final Logger LOG = Logger.getLogger(ReporterIdentity.class);

    private final Seal handover;
    private final Seal atRest;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    ReporterIdentity(SealConfig config, ObjectMapper json, MeterRegistry metrics) {
        this.handover = Seal.ofBase64(config.handoverKey(), "handover-1");
        this.atRest = Seal.ofBase64(config.atRestKey(), "ticket-at-rest-1");
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * The identity as this service keeps it.
     *
     * @param jwe compact JWE under the hand-over key
     */
    public Optional<String> takeOver(String reportId, String jwe) {
        return read(handover, "handover", reportId, jwe).map(reporter -> atRest.seal(write(reporter)));
    }

    /**
     * The identity that {@link #takeOver} kept.
     *
     * @param jwe compact JWE under the at-rest key, null if there is none
     */
    public Optional<Reporter> open(String ticketId, String jwe) {
        return jwe == null ? Optional.empty() : read(atRest, "at-rest", ticketId, jwe);
    }

    private Optional<Reporter> read(Seal seal, String key, String id, String jwe) {
        try {
            return Optional.of(json.readValue(seal.open(jwe), Reporter.class));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            // The cause's message may quote what was opened.
            LOG.warnf(
                    "event=reporter-identity-unreadable key=%s id=%s cause=%s",
                    key, id, e.getClass().getSimpleName());
            metrics.counter("tanggap.reporter.identity.unreadable", "key", key).increment();
            return Optional.empty();
        }
    }

    private String write(Reporter reporter) {
        try {
            return json.writeValueAsString(reporter);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reporter cannot be written as JSON", e);
        }
    }
}
