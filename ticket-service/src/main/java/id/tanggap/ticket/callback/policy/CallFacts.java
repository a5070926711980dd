package id.tanggap.ticket.callback.policy;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a call when it is asked whether somebody must ring back.
 *
 * @param ending how the call ended, empty while it runs or if nobody ever told
 * @param graceEnds until then the call's end, the operator's report and triage's last word may still come; empty once that
 *     is over
 * @param reported whether a report of it has arrived
 * @param traceable whether a number or a place is known that may lead to the caller
 * @param disposition what a person said of it
 * @param confident whether triage's latest assessment says that it is sure; empty without an assessment
 */
public record CallFacts(
        Optional<Ending> ending,
        Optional<Instant> graceEnds,
        boolean reported,
        boolean traceable,
        Optional<Disposition> disposition,
        Optional<Boolean> confident) {

    /** Whether nobody has heard the caller: somebody listened in vain, or nobody had answered. */
    boolean unheard() {
        return disposition
                .map(Disposition.GHOST::equals)
                .orElse(ending.filter(Ending.ABANDONED::equals).isPresent());
    }

    /** How a call ended. */
    public enum Ending {
        /** After somebody had answered it. */
        ENDED,
        /** Before anybody had. */
        ABANDONED
    }

    /** A person's word on what the call was. */
    public enum Disposition {
        /** A caller in need: of no consequence until the report is there. */
        NORMAL(false),
        /** Nobody was heard, which is also what a caller is who cannot speak. */
        GHOST(false),
        /** Somebody was heard fooling about, whatever keys were pressed meanwhile: triage advises and a person decides. */
        PRANK(true),
        INFORMATION(true),
        TEST(true);

        private final boolean last;

        Disposition(boolean last) {
            this.last = last;
        }

        /** Whether nothing more is to be done for the caller. */
        boolean isLast() {
            return last;
        }
    }
}
