package id.tanggap.ticket.incident.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Conclusion;
import id.tanggap.ticket.assignment.policy.Progress;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.priority.policy.PriorityReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePolicyTest {

    private static final Instant AT = Instant.parse("2025-05-20T03:00:00Z");

    /** Parts as {@code agency STATUS}, the first leads. */
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "damkar ACTIVE                    | damkar ACTIVE                  | damkar LEAD ACTIVE",
                "damkar ACTIVE                    | pln ACTIVE                     | damkar LEAD ACTIVE, pln SUPPORT ACTIVE",
                // Each as far as it has come in either.
                "damkar ACTIVE                    | damkar RESOURCES_ENROUTE       | damkar LEAD RESOURCES_ENROUTE",
                "damkar RESOURCES_ONSCENE         | damkar RESOURCES_ENROUTE       | damkar LEAD RESOURCES_ONSCENE",
                // Who has something to do still has.
                "damkar ACTIVE, dinkes CLOSED     | dinkes RESOURCES_ASSIGNED      | damkar LEAD ACTIVE, dinkes SUPPORT RESOURCES_ASSIGNED",
                "damkar RESOURCES_ENROUTE         | damkar CLOSED, pln ACTIVE      | damkar LEAD RESOURCES_ENROUTE, pln SUPPORT ACTIVE",
                // Who was done there has nothing to do here.
                "damkar ACTIVE                    | polres CLOSED, dinkes ACTIVE   | damkar LEAD ACTIVE, dinkes SUPPORT ACTIVE"
            })
    void the_one_that_stays_has_the_agencies_of_both(String stays, String goes, String merged) {
        assertEquals(
                merged,
                text(MergePolicy.merge(state(stays, 5, 1), state(goes, 5, 1), 1).parts()));
    }

    /** Priorities and callers of both, callers of both together (two of them may be the same person). */
    @ParameterizedTest(name = "{0} of {1} and {2} of {3}, together {4}: {5}")
    @CsvSource({
        "5, 1, 5, 1, 2, 6",
        "5, 1, 5, 1, 1, 5",
        "5, 1, 9, 1, 2, 10",
        "9, 1, 5, 1, 1, 9",
        // What two callers had raised is not raised again by the third, and more by the fourth.
        "6, 2, 5, 1, 3, 6",
        "6, 2, 6, 2, 4, 7",
        "10, 1, 10, 1, 9, 10"
    })
    void independent_callers_raise_the_priority(int stays, int its, int goes, int others, int together, int expected) {
        IncidentState merged =
                MergePolicy.merge(state("damkar ACTIVE", stays, its), state("damkar ACTIVE", goes, others), together);

        assertEquals(expected, merged.priority());
        assertEquals(together >= 2, merged.reasons().contains(PriorityReason.CALLERS));
    }

    @Test
    void a_split_puts_back_what_nobody_has_changed_and_leaves_what_was_done() {
        IncidentState before = state("damkar ACTIVE, dinkes ACTIVE", 5, 1);
        IncidentState child = state("dinkes RESOURCES_ENROUTE, pln ACTIVE, polres ACTIVE", 7, 1);
        IncidentState after = MergePolicy.merge(before, child, 2);

        assertEquals(
                "damkar LEAD ACTIVE, dinkes SUPPORT ACTIVE, pln SUPPORT CANCELLED, polres SUPPORT CANCELLED",
                text(MergePolicy.split(before, after, after, AT).parts()));
        assertEquals(5, MergePolicy.split(before, after, after, AT).priority());

        // PLN has come meanwhile, and somebody has set the priority.
        IncidentState now = new IncidentState(
                after.parts().stream()
                        .map(part -> part.agency().equals("pln") ? part("pln RESOURCES_ONSCENE", Role.SUPPORT) : part)
                        .toList(),
                3,
                false,
                false,
                List.of(PriorityReason.OPERATOR),
                2);
        IncidentState apart = MergePolicy.split(before, after, now, AT);
        assertEquals(
                "damkar LEAD ACTIVE, dinkes SUPPORT ACTIVE, pln SUPPORT RESOURCES_ONSCENE, polres SUPPORT CANCELLED",
                text(apart.parts()));
        assertEquals(3, apart.priority());
        assertEquals(List.of(PriorityReason.OPERATOR), apart.reasons());
    }

    private static IncidentState state(String parts, int priority, int callers) {
        List<String> each = Arrays.stream(parts.split(",")).map(String::strip).toList();
        return new IncidentState(
                each.stream()
                        .map(part -> part(part, part.equals(each.getFirst()) ? Role.LEAD : Role.SUPPORT))
                        .toList(),
                priority,
                false,
                priority >= 7,
                callers > 1
                        ? List.of(PriorityReason.CATEGORY, PriorityReason.CALLERS)
                        : List.of(PriorityReason.CATEGORY),
                callers);
    }

    private static IncidentPart part(String text, Role role) {
        String[] words = text.split(" ");
        return new IncidentPart(
                words[0],
                role,
                false,
                new Progress(
                        AssignmentStatus.valueOf(words[1]),
                        AT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Conclusion.NONE));
    }

    private static String text(List<IncidentPart> parts) {
        return parts.stream()
                .map(part -> part.agency() + " " + part.role() + " "
                        + part.progress().status())
                .collect(Collectors.joining(", "));
    }
}
