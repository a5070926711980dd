package id.tanggap.triage.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.model.Feature;
import id.tanggap.triage.policy.AnyEvidence;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.FieldOutcome;
import id.tanggap.triage.policy.Milestone;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningPartsTest {

    @Test
    void featuresAreReadBackAsTheyWereToAThousandthMissingOnesIncluded() {
        AnyEvidence.each(500, call -> {
            double[] vector = Feature.vector(call);
            assertArrayEquals(vector, FeatureJson.read(FeatureJson.write(vector)), 0.000_51);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, , GENUINE",
        "INFORMATION, , INFORMATION",
        "GHOST, , GHOST",
        "PRANK, , PRANK",
        "TEST, , ",
        ", , ",
        ", FOUND, GENUINE",
        "PRANK, FOUND, GENUINE",
        "GHOST, FOUND, GENUINE",
        "NORMAL, NOTHING_THERE, ",
        "PRANK, NOTHING_THERE, PRANK",
    })
    void whatWasFoundOutweighsWhatWasSaid(Disposition said, FieldOutcome found, Label label) {
        assertEquals(Optional.ofNullable(label), Labelling.of(Optional.ofNullable(said), Optional.ofNullable(found)));
    }

    @Test
    void aSnapshotThatIsLateIsNotTaken() {
        assertEquals(Optional.of(Moment.S5), Moment.of(Milestone.S5, Duration.ofMillis(5_250)));
        assertEquals(Optional.empty(), Moment.of(Milestone.S5, Duration.ofSeconds(12)));
        assertEquals(Optional.empty(), Moment.of(Milestone.S3, Duration.ofSeconds(3)));
    }
}
