package id.tanggap.triage.corroboration;

import id.tanggap.triage.policy.Indicator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a call is about, as coarsely as two witnesses of one event will agree on it. */
public enum Kind {
    FIRE,
    /** Accidents, violence, illness: what one caller calls a crash is a wounded man to the next. */
    PEOPLE,
    DISASTER,
    /** Water, power, roads and all else that is reported without danger. */
    UTILITY;

    /** The kinds of a report with these dangers; none at all is a matter of utilities. */
    public static Set<Kind> of(Optional<Set<Indicator>> indicators) {
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Indicator indicator : indicators.orElse(Set.of())) {
            switch (indicator) {
                case FIRE -> kinds.add(FIRE);
                case DISASTER -> kinds.add(DISASTER);
                case MEDICAL, VIOLENCE, CHILD, LIFE_THREAT -> kinds.add(PEOPLE);
                case WORDING -> {} // no word says what it is about
            }
        }
        if (indicators.isPresent() && kinds.isEmpty()) {
            kinds.add(UTILITY);
        }
        return kinds;
    }
}
