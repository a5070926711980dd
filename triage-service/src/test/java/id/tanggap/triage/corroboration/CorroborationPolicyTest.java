package id.tanggap.triage.corroboration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.triage.model.Feature;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.Indicator;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorroborationPolicyTest {

    private static final Set<Kind> FIRE = Set.of(Kind.FIRE);

    @Test
    void twoNeighboursWhoReportTheSameFireAreTwoWitnesses() {
        assertEquals(2, witnesses(FIRE, report("a", 800, FIRE), report("b", 2_900, FIRE)));
    }

    @Test
    void oneCallerIsOneWitnessHoweverOftenTheyCall() {
        assertEquals(1, witnesses(FIRE, report("a", 800, FIRE), report("a", 800, FIRE)));
    }

    @Test
    void nobodyIsTheirOwnWitness() {
        assertEquals(0, witnesses(FIRE, report("me", 0, FIRE)));
    }

    @Test
    void anotherMatterOrAnotherPlaceIsNoWitness() {
        assertEquals(0, witnesses(FIRE, report("a", 800, Set.of(Kind.UTILITY)), report("b", 3_001, FIRE)));
    }

    @Test
    void aCallWithoutReportYetIsHelpedByAnyMatterReportedNearIt() {
        assertEquals(1, witnesses(Set.of(), report("a", 800, Set.of(Kind.DISASTER))));
    }

    @Test
    void callersWhoCannotBeToldApartAreNoWitnesses() {
        Neighbour withheld = new Neighbour(Optional.empty(), 100, Duration.ZERO, true, FIRE, Optional.empty());
        assertEquals(0, witnesses(FIRE, withheld, withheld));
    }

    @Test
    void manyHandsetsInOneSchoolyardProveNothing() {
        List<Neighbour> yard = IntStream.range(0, 12)
                .mapToObj(i -> new Neighbour(
                        Optional.of("child-" + i),
                        40,
                        Duration.ofMinutes(i),
                        i % 3 == 0,
                        i % 3 == 0 ? FIRE : Set.of(),
                        i % 3 == 0 ? Optional.of(Disposition.PRANK) : Optional.empty()))
                .toList();
        var said = CorroborationPolicy.of(Optional.of("me"), FIRE, yard);
        assertEquals(0, said.independentCallers());
        assertEquals(12, said.crowd());
    }

    @Test
    void noModelCanUseMoreWitnessesThanAreCounted() {
        double last = Arrays.stream(Feature.INDEPENDENT.knots()).max().orElseThrow();
        assertEquals(last, CorroborationPolicy.MOST_WITNESSES);
    }

    @Test
    void dangersAreSortedAsCoarselyAsWitnessesAgree() {
        assertEquals(Set.of(Kind.UTILITY), Kind.of(Optional.of(Set.of(Indicator.WORDING))));
        assertEquals(Set.of(Kind.PEOPLE), Kind.of(Optional.of(Set.of(Indicator.MEDICAL, Indicator.CHILD))));
        assertEquals(Set.of(Kind.UTILITY), Kind.of(Optional.of(Set.of())));
        assertEquals(Set.of(), Kind.of(Optional.empty()));
    }

    private static int witnesses(Set<Kind> kinds, Neighbour... neighbours) {
        return CorroborationPolicy.of(Optional.of("me"), kinds, List.of(neighbours))
                .independentCallers();
    }

    private static Neighbour report(String caller, double metres, Set<Kind> kinds) {
        return new Neighbour(Optional.of(caller), metres, Duration.ofMinutes(20), true, kinds, Optional.empty());
    }
}
