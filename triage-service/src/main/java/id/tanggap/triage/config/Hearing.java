package id.tanggap.triage.config;

import id.tanggap.triage.audio.LineListener;
import id.tanggap.triage.audio.SileroModel;
import id.tanggap.triage.audio.VoiceModelException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Loads the voice model once; without it triage runs on and says of what it could not hear that it is missing. */
@ApplicationScoped
class Hearing {

    private static final Logger LOG = Logger.getLogger(Hearing.class);

    @Produces
    @Singleton
    LineListener listener() {
        try {
            return LineListener.with(SileroModel.load());
        } catch (VoiceModelException e) {
            LOG.errorf(
                    "event=voice-model-missing reason=\"%s\": calls are triaged without their sound", e.getMessage());
            return LineListener.withoutModel();
        }
    }
}
