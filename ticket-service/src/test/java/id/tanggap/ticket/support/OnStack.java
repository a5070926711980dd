package id.tanggap.ticket.support;

import id.tanggap.local.test.EmbeddedStack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Base of tests that run on real Kafka, PostgreSQL and Keycloak. */
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
public abstract class OnStack {

    protected static Events events;

    @BeforeAll
    static void openEvents() {
        events = new Events();
    }

    @AfterAll
    static void closeEvents() {
        events.close();
    }
}
