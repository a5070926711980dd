package id.tanggap.notification.channel.webpush;

import id.tanggap.notification.channel.ChannelLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How tickets go out to browsers. */
@ConfigMapping(prefix = "tanggap.channel.web-push")
public interface WebPushConfig {

    /** Without one there is no web push. Only what has no default may be in here, or it would always be there. */
    @WithParentName
    Optional<Identity> identity();

    /**
     * Where pushes may go. A subscription's address comes from a browser, so it could be any, also one inside: only these
     * are called. An asterisk stands for any names in front.
     */
    @WithDefault("fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com")
    List<String> services();

    /** Whether addresses may be plain http and of any port; for tests only. */
    @WithDefault("false")
    boolean allowInsecure();

    /** How long a push waits for a browser that is off. */
    @WithDefault("4h")
    Duration ttl();

    /** Whether a message, which only the browser can read, may carry the caller's number; it shows on locked screens. */
    @WithDefault("false")
    boolean contact();

    ChannelLimits limits();

    /** Who we are to push services. */
    interface Identity {

        /** Uncompressed P-256 point in Base64url, which browsers subscribe with; another one ends all subscriptions. */
        String publicKey();

        /** Its scalar, in Base64url. */
        String privateKey();

        /** Whom a push service may write to: {@code mailto:} or {@code https:} (RFC 8292). */
        String subject();
    }
}
