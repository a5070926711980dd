package id.tanggap.notification.channel.webpush.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushServicesTest {

    private final PushServices services =
            new PushServices(List.of("fcm.googleapis.com", "*.notify.windows.com"), false);

    @ParameterizedTest
    @CsvSource({
        "https://fcm.googleapis.com/fcm/send/abc, fcm.googleapis.com",
        "https://FCM.googleapis.com:443/fcm/send/abc, fcm.googleapis.com",
        "https://sg2p.notify.windows.com/w/?token=x, *.notify.windows.com"
    })
    void a_known_service_is_called(URI endpoint, String service) {
        assertEquals(Optional.of(service), services.of(endpoint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/fcm/send/abc",
                "https://fcm.googleapis.com:8443/",
                "https://fcm.googleapis.com@evil.example/",
                "https://user@fcm.googleapis.com/",
                "https://fcm.googleapis.com.evil.example/",
                "https://evilnotify.windows.com/",
                "https://notify.windows.com/",
                "https://169.254.169.254/",
                "https://localhost/",
                "https:///x",
                "fcm.googleapis.com",
                "mailto:a@fcm.googleapis.com",
                ""
            })
    void nothing_else_is(String endpoint) {
        assertEquals(Optional.empty(), services.of(URI.create(endpoint)));
    }
}
