package id.tanggap.notification.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.notification.support.SilentNames;
import id.tanggap.notification.webhook.DestinationResolver.Destination;
import id.tanggap.notification.webhook.policy.AddressGuard;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DestinationResolverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final DestinationResolver resolver = new DestinationResolver(new AddressGuard(List.of()), vertx);

    @AfterEach
    void close() {
        resolver.stop(new ShutdownEvent());
        vertx.close();
    }

    @Test
    void an_agency_whose_name_servers_are_silent_delays_no_other() {
        for (int i = 0; i < 300; i++) {
            ask("damkar", "host" + i + SilentNames.SUFFIX);
        }

        assertEquals(new Destination.Refused(), answer("pdam", "localhost"));
        assertEquals(new Destination.Unresolved(), answer("damkar", "localhost"), "as many wait as may wait");
        assertEquals(new Destination.Refused(), answer("damkar", "127.0.0.1"), "an address is no name");
    }

    @Test
    void a_name_that_is_being_asked_for_takes_no_second_thread() {
        for (int i = 0; i < 200; i++) {
            ask("damkar", "host" + SilentNames.SUFFIX);
        }

        assertEquals(new Destination.Refused(), answer("damkar", "localhost"));
    }

    private void ask(String agency, String host) {
        resolver.resolve(agency, host).subscribe().with(answered -> {});
    }

    private Destination answer(String agency, String host) {
        return resolver.resolve(agency, host).await().atMost(PATIENCE);
    }
}
