package id.tanggap.notification.webhook.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://damkar.jepara.go.id, damkar.jepara.go.id, 443, /",
        "https://damkar.jepara.go.id?for=112, damkar.jepara.go.id, 443, /?for=112",
        "HTTPS://damkar.jepara.go.id:8443/a%20b?c=d%26e, damkar.jepara.go.id, 8443, /a%20b?c=d%26e",
        "'https://[2001:db8::1]:444/hook', 2001:db8::1, 444, /hook",
    })
    void an_address_is_taken_apart_as_it_is_sent(String text, String host, int port, String target) {
        WebhookUrl url = WebhookUrl.parse(text, false);

        assertEquals(host, url.host());
        assertEquals(port, url.port());
        assertEquals(target, url.target());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "//example.com/",
                "/hook",
                "https:",
                "https:///hook",
                "https://user@example.com/",
                "https://example.com/#there",
                "https://example.com:0/",
                "https://example.com:70000/",
                "https://exa mple.com/",
                "https://example.com/a\r\nX-Injected: 1"
            })
    void what_no_webhook_goes_to_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> WebhookUrl.parse(text, false));
    }

    @Test
    void plain_http_is_taken_only_where_allowed() {
        WebhookUrl url = WebhookUrl.parse("http://127.0.0.1/hook", true);

        assertFalse(url.secure());
        assertEquals(80, url.port());
        assertThrows(IllegalArgumentException.class, () -> WebhookUrl.parse("gopher://127.0.0.1/", true));
    }

    @Test
    void an_overlong_address_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> WebhookUrl.parse("https://example.com/" + "a".repeat(2048), false));
    }
}
