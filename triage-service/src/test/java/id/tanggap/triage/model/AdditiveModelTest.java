package id.tanggap.triage.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.policy.AnyEvidence;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.Opinion;
import id.tanggap.triage.policy.Reason;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdditiveModelTest {

    private final Random random = new Random(4);

    @Test
    void theReasonsAreTheLogOddsButForRoundingOfEachToAThousandth() {
        AnyEvidence.each(2_000, call -> {
            AdditiveModel model = AnyModel.next(random);
            double sum = model.opinion(call).reasons().stream()
                    .mapToDouble(Reason::contribution)
                    .sum();
            assertEquals(
                    model.logOdds(Dichotomy.HOAX, Feature.vector(call)), sum, 0.000_5 * (Feature.values().length + 1));
        });
    }

    @Test
    void calibrationLeavesAModelASumOfItsReasons() {
        AnyEvidence.each(500, call -> {
            Logit logit = AnyModel.next(random).logits().get(Dichotomy.HOAX);
            double[] vector = Feature.vector(call);
            assertEquals(
                    0.7 * logit.at(vector) - 0.2, logit.calibrated(0.7, -0.2).at(vector), 1e-9);
        });
    }

    @Test
    void whatIsMissingAddsNothing() {
        double[] nothing = new double[Feature.values().length];
        Arrays.fill(nothing, Feature.MISSING);
        for (int i = 0; i < 100; i++) {
            AdditiveModel model = AnyModel.next(random);
            for (Dichotomy dichotomy : Dichotomy.values()) {
                assertEquals(model.logits().get(dichotomy).intercept(), model.logOdds(dichotomy, nothing));
            }
        }
    }

    @Test
    void aCallerWhoIsNotKnownIsJudgedAsOneOfWhomNothingIsKnown() {
        AnyEvidence.each(1_000, call -> {
            AdditiveModel model = AnyModel.next(random);
            assertEquals(
                    model.logOdds(Dichotomy.HOAX, Feature.vector(with(call, CallerRecord.CLEAN))),
                    model.logOdds(Dichotomy.HOAX, Feature.vector(with(call, CallerRecord.UNKNOWN))),
                    1e-9);
        });
    }

    @Test
    void aModelDoesNotSeeTheOperatorsWordThatItIsToForetell() {
        AnyEvidence.each(1_000, call -> {
            AdditiveModel model = AnyModel.next(random);
            Opinion opinion = model.opinion(call.beforeDisposition());
            for (Disposition disposition : Disposition.values()) {
                assertEquals(opinion, model.opinion(said(call, disposition)));
            }
        });
    }

    @Test
    void everyFeatureIsMetByTheEvidenceOfTheseTests() {
        double[] most = new double[Feature.values().length];
        AnyEvidence.each(5_000, call -> {
            double[] vector = Feature.vector(call);
            for (int i = 0; i < most.length; i++) {
                most[i] = Math.max(most[i], Double.isNaN(vector[i]) ? 0 : vector[i]);
            }
        });
        for (Feature feature : Feature.all()) {
            assertTrue(most[feature.ordinal()] > feature.knots()[0], feature::name);
        }
    }

    private static Evidence with(Evidence e, CallerRecord record) {
        return new Evidence(
                e.caller(),
                e.status(),
                e.answered(),
                e.sinceAnswer(),
                e.talk(),
                e.dtmf(),
                e.heard(),
                e.said(),
                e.disposition(),
                record,
                e.others());
    }

    private static Evidence said(Evidence e, Disposition disposition) {
        return new Evidence(
                e.caller(),
                e.status(),
                e.answered(),
                e.sinceAnswer(),
                e.talk(),
                e.dtmf(),
                e.heard(),
                e.said(),
                Optional.of(disposition),
                e.record(),
                e.others());
    }
}
