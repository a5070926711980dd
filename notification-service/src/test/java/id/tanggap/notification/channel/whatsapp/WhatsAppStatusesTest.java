package id.tanggap.notification.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.Receipt;
import id.tanggap.notification.channel.Receipt.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppStatusesTest {

    private final WhatsAppStatuses statuses = new WhatsAppStatuses(new ObjectMapper());

    private List<Receipt> read(String body) {
        return statuses.read(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void receipts_come_in_their_order_with_the_deliverys_id_and_what_else_is_told_is_passed_over() {
        List<Receipt> receipts = read(
                """
                {"object":"whatsapp_business_account","entry":[
                  {"id":"1","changes":[
                    {"field":"messages","value":{"messaging_product":"whatsapp","contacts":[{"wa_id":"6281200000009"}],
                      "messages":[{"from":"6281200000009","id":"wamid.in","type":"text","text":{"body":"OK"}}]}},
                    {"field":"messages","value":{"statuses":[
                      {"id":"wamid.1","status":"delivered","timestamp":"1747710735","recipient_id":"6281200000009",
                       "biz_opaque_callback_data":"0196eb7e-3c00-7a1b-8c2d-1f2e3d4c5b6a","pricing":{"billable":true}},
                      {"id":"wamid.1","status":"a_state_of_tomorrow","timestamp":"1747710736"}]}}]},
                  {"id":"1","changes":[{"field":"messages","value":{"statuses":[
                      {"id":"wamid.2","status":"failed","timestamp":"1747710737","biz_opaque_callback_data":"not ours",
                       "errors":[{"code":131026,"title":"Message undeliverable"}]}]}}]}]}""");

        assertEquals(
                List.of(
                        new Receipt(
                                ChannelKind.WHATSAPP,
                                "wamid.1",
                                Optional.of(UUID.fromString("0196eb7e-3c00-7a1b-8c2d-1f2e3d4c5b6a")),
                                State.DELIVERED,
                                Instant.ofEpochSecond(1747710735),
                                Optional.empty()),
                        new Receipt(
                                ChannelKind.WHATSAPP,
                                "wamid.2",
                                Optional.empty(),
                                State.FAILED,
                                Instant.ofEpochSecond(1747710737),
                                Optional.of("131026"))),
                receipts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "3",
                "{\"entry\":{}}",
                "{\"entry\":[{\"changes\":[{\"value\":{\"statuses\":[{\"status\":\"read\",\"timestamp\":\"1\"}]}}]}]}",
                "{\"entry\":[{\"changes\":[{\"value\":{\"statuses\":[{\"id\":\"a\",\"status\":\"read\",\"timestamp\":9223372036854775807}]}}]}]}"
            })
    void a_body_of_another_form_tells_nothing(String body) {
        assertEquals(List.of(), read(body));
    }

    @Test
    void what_is_not_json_is_refused_without_being_quoted() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> read("{\"from\":\"+6281\""));

        assertFalse(refused.toString().contains("6281"));
    }
}
