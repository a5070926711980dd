package id.tanggap.triage.line;

import id.tanggap.triage.audio.Heard;
import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.config.SilentConfig;
import id.tanggap.triage.learning.Panel;
import id.tanggap.triage.policy.Materiality;
import id.tanggap.triage.policy.Score;
import id.tanggap.triage.silent.policy.Timing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides by what is in memory whether what was heard has to go to the database now: because it may be told, because it may
 * be a sign of life, or because it has waited for long enough. It only decides when; the transaction looks at the row and decides
 * what.
 */
@ApplicationScoped
class Urgency {

    /** So much sound at most is heard again after a kill. Each time costs about as much as hearing a second does. */
    private static final Duration SOUND = Duration.ofSeconds(3);

    /** And so long at most is it only in memory, however little it is. */
    private static final Duration TIME = SOUND;

    /** Shorter where no more comes: the call may be over, and what is said of it then is to rest on all of it. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** One who has spoken this much is known to speak; until then each word may be the answer to the prompt. */
    private static final Duration KNOWN_TO_SPEAK = Duration.ofSeconds(1);

    private final Panel panel;
    private final SilentConfig silent;

    Urgency(Panel panel, SilentConfig silent) {
        this.panel = panel;
        this.silent = silent;
    }

    boolean isDue(LiveLine line, Instant now) {
        if (line.isKept()) {
            return false;
        }
        Heard before = line.row().heard();
        Heard heard = line.listening().heard();
        return line.told().isEmpty()
                || isLate(line, now)
                || grown(heard.total(), before.total()).compareTo(SOUND) >= 0
                || isSign(before, heard, silent.timing())
                || isNews(line, heard, now);
    }

    /** Whether something has been only in memory for long enough. */
    boolean isLate(LiveLine line, Instant now) {
        return isLate(line.unkeptSince(), line.heardAt(), now);
    }

    static boolean isLate(Instant unkeptSince, Instant heardAt, Instant now) {
        return !now.isBefore(unkeptSince.plus(TIME)) || !now.isBefore(heardAt.plus(PAUSE));
    }

    /** Whether the procedure for silent calls may go on by it. */
    static boolean isSign(Heard before, Heard heard, Timing timing) {
        boolean silence = before.withoutSpeech().compareTo(timing.silence()) < 0
                && heard.withoutSpeech().compareTo(timing.silence()) >= 0;
        boolean word = before.speech().compareTo(KNOWN_TO_SPEAK) < 0
                && grown(heard.speech(), before.speech()).compareTo(timing.speech()) >= 0;
        return silence
                || word
                || !heard.keys().equals(before.keys())
                || heard.taps() != before.taps()
                || !heard.distress().equals(before.distress());
    }

    private boolean isNews(LiveLine line, Heard heard, Instant now) {
        CallEvidence row = line.row();
        Optional<Score> last = line.told().map(told -> told.assessment().score());
        return row.reachesMilestone(heard)
                || last.filter(score -> !Materiality.differs(
                                score, panel.now().champion().assess(row.evidence(heard, now)), true))
                        .isEmpty();
    }

    private static Duration grown(Duration now, Duration before) {
        return now.minus(before);
    }
}
