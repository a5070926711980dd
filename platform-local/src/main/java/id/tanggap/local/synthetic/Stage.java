package id.tanggap.local.synthetic;

import java.util.Locale;

/** What the synthetic test call goes through, in its order: a failure is told by the name of the stage that it stopped at. */
public enum Stage {
    /** The agency's topic is opened with the agency's own rights. */
    LISTEN,
    /** It is said to be a trial, before anybody has heard of it. */
    MARK,
    ANNOUNCE,
    ANSWER,
    REPORT,
    /** The ticket comes to the agency's topic. */
    ARRIVE,
    /** The gateway says that the call is over, the agency that its ticket is done. */
    FINISH;

    /** As people and metrics have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
