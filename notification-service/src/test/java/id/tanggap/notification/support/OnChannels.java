package id.tanggap.notification.support;

import id.tanggap.local.test.EmbeddedStack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests in which a ticket reaches people: all channels' servers listen, and nothing is left under way for the next. */
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Peers.class, scope = TestResourceScope.GLOBAL)
public abstract class OnChannels {

    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    protected final String ticket = UUID.randomUUID().toString();
    protected final UUID assignment = UUID.randomUUID();
    protected AgencyPublisher tickets;
    protected ChannelServers servers;

    @BeforeEach
    void open() throws Exception {
        tickets = new AgencyPublisher();
        servers = new ChannelServers();
    }

    @AfterEach
    void close() throws Exception {
        Database.update("update ladder set next_at = null, stopped_at = now() where stopped_at is null");
        Database.update("update delivery set status = 'CANCELLED', finished_at = now() where finished_at is null");
        Database.update("update subscription set deleted_at = now() where deleted_at is null");
        Database.update("delete from officer");
        tickets.close();
        servers.close();
    }
}
