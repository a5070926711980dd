package id.tanggap.notification.support;

import static org.awaitility.Awaitility.await;

import id.tanggap.local.test.EmbeddedStack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests in which a ticket reaches subscriptions: nothing is left under way for the next. */
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
public abstract class OnWebhooks {

    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    protected final String ticket = UUID.randomUUID().toString();
    protected AgencyPublisher tickets;

    @BeforeEach
    void open() throws Exception {
        tickets = new AgencyPublisher();
    }

    @AfterEach
    void close() throws Exception {
        Database.update("update delivery set status = 'CANCELLED', finished_at = now() where finished_at is null");
        Database.update("update subscription set deleted_at = now() where deleted_at is null");
        tickets.close();
    }

    protected static void awaitStatus(String delivery, String status) {
        await().atMost(PATIENCE)
                .until(() -> Database.column("select status from delivery where delivery_id = '" + delivery + "'")
                        .equals(List.of(status)));
    }
}
