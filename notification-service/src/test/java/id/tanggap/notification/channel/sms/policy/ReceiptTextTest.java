package id.tanggap.notification.channel.sms.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTextTest {

    @Test
    void the_form_of_the_specification_is_read() {
        assertEquals(
                Optional.of(new ReceiptText("0123456789", "UNDELIV", Optional.of("027"))),
                ReceiptText.parse("id:0123456789 sub:001 dlvrd:000 submit date:2505200312 done date:2505200313"
                        + " stat:UNDELIV err:027 text:Kebakaran rumah di"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id:7f3 stat:DELIVRD",
                "ID: 7f3 SUB:1 DLVRD:1 STAT:Delivrd TEXT:",
                "stat:DELIVRD done date:250520031305 id:7f3",
                "id:7f3 submit date:20250520031209 stat:DELIVRD text:id:other stat:EXPIRED"
            })
    void so_are_those_of_other_centres(String text) {
        assertEquals(Optional.of(new ReceiptText("7f3", "DELIVRD", Optional.empty())), ReceiptText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK siap", "id:7f3", "stat:DELIVRD", "paid:1 status:x"})
    void what_tells_no_message_and_state_is_none(String text) {
        assertEquals(Optional.empty(), ReceiptText.parse(text));
    }
}
