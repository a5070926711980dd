package id.tanggap.notification.support;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests in which a ticket reaches people: all channels' servers listen, and nothing is left under way for the next. */
@WithTestResource(value = Peers.class, scope = TestResourceScope.GLOBAL)
public abstract class OnChannels extends OnWebhooks {

    protected final UUID assignment = UUID.randomUUID();
    protected ChannelServers servers;

    @Override
    @BeforeEach
    void open() throws Exception {
        super.open();
        servers = new ChannelServers();
    }

    @Override
    @AfterEach
    void close() throws Exception {
        Database.update("update ladder set next_at = null, stopped_at = now() where stopped_at is null");
        super.close();
        Database.update("delete from officer");
        servers.close();
    }
}
