package id.tanggap.ticket.assignment.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandFieldsTest {

    @ParameterizedTest(name = "damkar: {0} finding={1} referTo={2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ACCEPT, -, -, -",
                "CLOSE, -, -, -",
                "CLOSE, FOUND, -, -",
                "CLOSE, NOTHING_THERE, -, -",
                "CLOSE, DUPLICATE, -, -",
                "REFER, -, bpbd, -",
                "CLOSE, REFERRED, -, finding",
                "ONSCENE, FOUND, -, finding",
                "REFER, FOUND, bpbd, finding",
                "REFER, -, -, referTo",
                "REFER, -, damkar, referTo",
                "CLOSE, -, bpbd, referTo",
                "ACCEPT, -, bpbd, referTo",
                "REFER, -, uji, referTo"
            })
    void what_belongs_together(Action action, Finding finding, String referTo, String fault) {
        assertEquals(
                Optional.ofNullable(fault),
                CommandFields.fault("damkar", action, Optional.ofNullable(finding), Optional.ofNullable(referTo))
                        .map(CommandFields.Fault::field));
    }

    @Test
    void a_trial_is_referred_to_nobody() {
        assertTrue(CommandFields.fault("uji", Action.REFER, Optional.empty(), Optional.of("damkar"))
                .isPresent());
        assertEquals(
                Optional.empty(),
                CommandFields.fault("uji", Action.CLOSE, Optional.of(Finding.FOUND), Optional.empty()));
    }
}
