package id.tanggap.local.replay.view;

import id.tanggap.local.replay.silent.AdviceTaken;
import id.tanggap.local.replay.silent.Deed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the gateway did about silent calls, for people: only what happened. */
final class SilentText {
    private static final Map<Deed, String> DEEDS = new LinkedHashMap<>();

    static {
        DEEDS.put(Deed.PROMPT_PLAYED, "prompt played to %d");
        DEEDS.put(Deed.HUNG_UP_BEFORE_PROMPT, "%d hung up before the prompt");
        DEEDS.put(Deed.LINE_KEPT_OPEN, "line kept open for %d");
        DEEDS.put(Deed.RUNG_BACK, "rung back %d times");
        DEEDS.put(Deed.CONNECTED_TO_AN_OPERATOR, "%d connected to an operator at once");
        DEEDS.put(Deed.LEFT_TO_A_PERSON, "%d left to a person");
        DEEDS.put(Deed.OVERTAKEN, "%d times newer advice came first");
    }

    private SilentText() {}

    static String line(AdviceTaken taken) {
        List<String> parts = new ArrayList<>();
        DEEDS.forEach((deed, text) -> {
            if (taken.of(deed) > 0) {
                parts.add(text.formatted(taken.of(deed)));
            }
        });
        if (taken.later() > 0) {
            parts.add(taken.later() + " to ring back later on");
        }
        return parts.isEmpty() ? "nothing to do yet" : String.join(", ", parts);
    }

    /** How much of the advice was followed. */
    static String answered(AdviceTaken taken) {
        return "triage advised %d times: %d answered, %d not due yet, %d unanswered"
                .formatted(
                        taken.given(),
                        taken.given() - taken.later() - taken.unanswered().size(),
                        taken.later(),
                        taken.unanswered().size());
    }
}
