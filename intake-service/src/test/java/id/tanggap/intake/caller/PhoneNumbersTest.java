package id.tanggap.intake.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {

    private final PhoneNumbers numbers = new PhoneNumbers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "081234567890",
                "81234567890",
                "+6281234567890",
                "006281234567890",
                "6281234567890",
                "0812-3456-7890",
                " 0812 3456 7890 ",
                "(0812) 3456.7890",
                "+62 812/3456/7890",
                "tel:+6281234567890",
                "tel:+62-812-3456-7890;phone-context=jepara.go.id",
                "sip:081234567890@10.1.2.3:5060;user=phone",
                "SIPS:6281234567890@pbx"
            })
    void one_subscriber_is_one_number_however_the_gateway_writes_it(String given) {
        assertEquals(new Caller(CallerKind.SUBSCRIBER, Optional.of("+6281234567890")), numbers.callerOf(given));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0291591234, +62291591234",
        "(0291) 591-234, +62291591234",
        "+62291591234, +62291591234",
        "62291591234, +62291591234",
        "0062291591234, +62291591234",
        "0215551234, +62215551234"
    })
    void a_landline_with_its_area_code_is_a_subscriber(String given, String e164) {
        assertEquals(new Caller(CallerKind.SUBSCRIBER, Optional.of(e164)), numbers.callerOf(given));
    }

    @Test
    void a_foreign_caller_is_a_subscriber_too() {
        assertEquals(new Caller(CallerKind.SUBSCRIBER, Optional.of("+6591234567")), numbers.callerOf("+65 9123 4567"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "   ",
                "anonymous",
                "Anonymous",
                "ANONYMOUS",
                "sip:anonymous@anonymous.invalid",
                "private",
                "restricted",
                "unavailable",
                "withheld"
            })
    void who_withholds_the_number_has_none(String given) {
        assertEquals(new Caller(CallerKind.WITHHELD, Optional.empty()), numbers.callerOf(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110", "112", "113", "119", "sip:110@pbx"})
    void a_short_code_is_another_centre_and_nobody_to_ring_back(String given) {
        assertEquals(CallerKind.SHORT_CODE, numbers.callerOf(given).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "12",
                "0",
                "+",
                "++62812",
                "0812",
                "<script>",
                "🚒",
                "99999999999999999999999999999999999",
                "0812BUDIANTO",
                "1-800-FLOWERS"
            })
    void what_is_no_number_is_kept_as_it_came_and_never_refused(String given) {
        assertEquals(new Caller(CallerKind.UNPARSEABLE, Optional.of(given)), numbers.callerOf(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"591234", "5912345", "55912345", "591-234"})
    void a_local_number_without_its_area_code_is_not_made_a_number_of_somebody_else(String given) {
        assertEquals(Optional.empty(), numbers.e164(given));
        assertEquals(CallerKind.UNPARSEABLE, numbers.callerOf(given).kind());
    }

    @Test
    void who_prints_a_caller_sees_no_number() {
        assertFalse(numbers.callerOf("081234567890").toString().contains("812"));
    }
}
