package id.tanggap.notification.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.notification.channel.Channel;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.ChannelLimits;
import id.tanggap.notification.channel.ChannelMessage;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.channel.Channels;
import id.tanggap.notification.support.Settings;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An attempt that another process took to be dead would be made twice. */
class LeaseTest {

    private record Limits(Duration timeout) implements ChannelLimits {

        @Override
        public int perSecond() {
            return 1;
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public int breakAfter() {
            return 1;
        }

        @Override
        public Duration rest() {
            return Duration.ofSeconds(1);
        }
    }

    private record Slow(ChannelLimits limits) implements Channel {

        @Override
        public ChannelKind kind() {
            return ChannelKind.SMS;
        }

        @Override
        public boolean offered() {
            return true;
        }

        @Override
        public void check(String address) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public Uni<ChannelResult> send(ChannelMessage message) {
            throw new AssertionError("nothing is sent");
        }
    }

    @Test
    void the_lease_must_exceed_twice_the_time_limit_of_every_channel() {
        WebhookConfig config = Settings.of(WebhookConfig.class, "tanggap.webhook.lease", "20s");

        assertDoesNotThrow(() -> new Beans().deliveryPolicy(config, channels(Duration.ofMillis(9_900))));
        String why = assertThrows(IllegalArgumentException.class, () -> new Beans()
                        .deliveryPolicy(config, channels(Duration.ofSeconds(10))))
                .getMessage();
        assertTrue(why.contains("SMS"), why);
    }

    private static Channels channels(Duration timeout) {
        return new Channels(List.of(new Slow(new Limits(timeout))));
    }
}
