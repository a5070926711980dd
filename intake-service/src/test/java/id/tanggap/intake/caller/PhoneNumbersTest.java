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
                "SIPS:6281234567890@pbx",
                "<sip:+6281234567890@pbx>",
                "<sip:+6281234567890@pbx;user=phone>;tag=9fxced76sl",
                "\"Budi\" <sip:081234567890@10.1.2.3>",
                "\"Budi \\\"<Pak>\\\" @home\" <sip:081234567890@10.1.2.3>",
                "Pak Budi <tel:+62-812-3456-7890>",
                "001 62 812 3456 7890"
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

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0060123456789, +60123456789",
        "006591234567, +6591234567",
        "00 1 212 555 0123, +12125550123",
        "001 60 12 345 6789, +60123456789",
        "007 60 12 345 6789, +60123456789",
        "008 65 9123 4567, +6591234567",
        "0084912345678, +84912345678",
        "sip:0060123456789@pbx, +60123456789"
    })
    void a_number_behind_an_international_prefix_is_not_made_an_indonesian_one(String given, String e164) {
        assertEquals(new Caller(CallerKind.SUBSCRIBER, Optional.of(e164)), numbers.callerOf(given));
    }

    /** Kuwait behind 00 or Singapore behind 009; nobody at all. */
    @ParameterizedTest
    @ValueSource(strings = {"0096565123456", "000812345678", "00999123456789", "00", "001"})
    void what_an_international_prefix_leaves_open_is_nobodys_number(String given) {
        assertEquals(Optional.empty(), numbers.e164(given));
        assertEquals(new Caller(CallerKind.UNPARSEABLE, Optional.of(given)), numbers.callerOf(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:192.168.1.10", "<sip:192.168.1.10>;tag=1", "SIPS:10.1.2.3"})
    void the_address_of_an_exchange_is_nobodys_number(String given) {
        assertEquals(new Caller(CallerKind.UNPARSEABLE, Optional.of(given)), numbers.callerOf(given));
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
                "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1928301774",
                "<sip:restricted@pbx>",
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
