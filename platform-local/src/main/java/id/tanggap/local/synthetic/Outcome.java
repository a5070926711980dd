package id.tanggap.local.synthetic;

import java.time.Duration;

/** What came of one synthetic test call. */
public sealed interface Outcome {

    /**
     * It went all the way.
     *
     * @param toAgency from its announcement to its ticket on the agency's topic
     */
    record Passed(Duration toAgency) implements Outcome {}

    /** It stopped; the stages after this one were not tried. */
    record Failed(Stage stage, String why) implements Outcome {}
}
