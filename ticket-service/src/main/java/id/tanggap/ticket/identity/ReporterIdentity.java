package id.tanggap.ticket.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.seal.Seal;
import id.tanggap.ticket.config.SealConfig;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes over a reporter's identity from intake-service and keeps it sealed under this service's own key. An identity that
 * cannot be opened is logged and counted, and kept as it came, for the key may yet be given; it never keeps a ticket from
 * being opened.
 */
@ApplicationScoped
public class ReporterIdentity {

    private static final Logger LOG = Logger.getLogger(ReporterIdentity.class);

    private final HandoverKeys handover;
    private final Seal atRest;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    ReporterIdentity(SealConfig config, ObjectMapper json, MeterRegistry metrics) {
        this.handover = new HandoverKeys(config, json);
        this.atRest = Seal.ofBase64(config.atRestKey(), "ticket-at-rest-1");
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * The identity as this service keeps it.
     *
     * @param jwe compact JWE under a hand-over key, null if nothing is known
     */
    public SealedReporter takeOver(String reportId, String jwe) {
        if (jwe == null) {
            return SealedReporter.NONE;
        }
        try {
            return new SealedReporter(atRest.seal(write(read(handover.open(jwe)))), null);
        } catch (IllegalArgumentException e) {
            unreadable("handover", reportId, e);
            return new SealedReporter(null, jwe);
        }
    }

    /** The identity that {@link #takeOver} kept, empty if there is none or it cannot be opened, or not yet. */
    public Optional<Reporter> open(String ticketId, SealedReporter kept) {
        if (kept.atRest() == null) {
            return kept.handedOver() == null ? Optional.empty() : tryAgain(kept.handedOver());
        }
        try {
            return Optional.of(read(atRest.open(kept.atRest())));
        } catch (IllegalArgumentException e) {
            unreadable("at-rest", ticketId, e);
            return Optional.empty();
        }
    }

    /** Neither logged nor counted again: that was done when it was taken over. */
    private Optional<Reporter> tryAgain(String jwe) {
        try {
            return Optional.of(read(handover.open(jwe)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void unreadable(String key, String id, IllegalArgumentException e) {
        // The message may quote what was opened.
        LOG.warnf(
                "event=reporter-identity-unreadable key=%s id=%s cause=%s",
                key, id, e.getClass().getSimpleName());
        Counter.builder("tanggap.reporter.identity.unreadable")
                .description("Reporters' identities that could not be opened: agencies cannot ring them back")
                .tag("key", key.replace('-', '_'))
                .register(metrics)
                .increment();
    }

    private Reporter read(String opened) {
        try {
            return json.readValue(opened, Reporter.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a reporter", e);
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
