package id.tanggap.notification.config;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.Channels;
import id.tanggap.notification.delivery.policy.DeliveryPolicy;
import id.tanggap.notification.delivery.policy.Escalation;
import id.tanggap.notification.delivery.policy.Patience;
import id.tanggap.notification.delivery.policy.RetrySchedule;
import id.tanggap.notification.health.policy.PausePolicy;
import id.tanggap.notification.ladder.LadderConfig;
import id.tanggap.notification.ladder.policy.RungPause;
import id.tanggap.notification.webhook.policy.AddressGuard;
import id.tanggap.notification.webhook.policy.Network;
import id.tanggap.platform.seal.Seal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Makes the policies out of the configuration; they themselves know nothing of it. */
class Beans {

    @Produces
    @Singleton
    Seal atRest(SealConfig config) {
        return Seal.ofBase64(config.atRestKey(), "at-rest");
    }

    @Produces
    @Singleton
    AddressGuard addressGuard(WebhookConfig config) {
        return new AddressGuard(config.allowedNetworks().orElse(List.of()).stream()
                .map(Network::parse)
                .toList());
    }

    @Produces
    @Singleton
    PausePolicy pausePolicy(WebhookConfig config) {
        WebhookConfig.Pause pause = config.pause();
        return new PausePolicy(
                pause.after(),
                pause.failures(),
                new RetrySchedule(
                        pause.firstProbe(), pause.longestProbe(), config.retry().jitter()));
    }

    @Produces
    @Singleton
    RungPause rungPause(LadderConfig config) {
        LadderConfig.Pause pause = config.pause();
        return new RungPause(pause.most(), pause.urgent(), pause.usual(), pause.calm());
    }

    @Produces
    @Singleton
    DeliveryPolicy deliveryPolicy(WebhookConfig config, Channels channels) {
        if (config.lease().compareTo(config.timeout()) <= 0) {
            throw new IllegalArgumentException("tanggap.webhook.lease must exceed tanggap.webhook.timeout");
        }
        for (ChannelKind kind : channels.offered()) {
            // An attempt may wait for its turn as long as it may take.
            Duration longest =
                    channels.of(kind).orElseThrow().limits().timeout().multipliedBy(2);
            if (config.lease().compareTo(longest) <= 0) {
                throw new IllegalArgumentException(
                        "tanggap.webhook.lease must exceed twice the time limit of the channel " + kind + ", "
                                + longest);
            }
        }
        WebhookConfig.Retry retry = config.retry();
        WebhookConfig.Urgent urgent = retry.urgent();
        return new DeliveryPolicy(
                new Patience(new RetrySchedule(retry.first(), retry.longest(), retry.jitter()), retry.maxAttempts()),
                new Patience(new RetrySchedule(urgent.first(), urgent.longest(), retry.jitter()), urgent.maxAttempts()),
                new Escalation(
                        config.escalation().urgentAttempts(),
                        config.escalation().usualAfter()),
                retry.maxAge());
    }
}
