package id.tanggap.notification.support;

import id.tanggap.local.stack.Ports;
import id.tanggap.notification.channel.webpush.Browser;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Where the service under test looks for the servers of its channels: ports of this machine on which a test may start them.
 * Push services are at any port, as each browser names its own.
 */
public final class Peers implements QuarkusTestResourceLifecycleManager {

    public static final String APP_SECRET = "meta-app-secret";
    public static final String VERIFY_TOKEN = "meta-verify-token";
    public static final String VOICE_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Override
    public Map<String, String> start() {
        try {
            Map<String, String> settings = new HashMap<>(Map.of(
                    "tanggap.channel.email.host", "127.0.0.1",
                    "tanggap.channel.email.port", port(),
                    "tanggap.channel.email.from", "112@jepara.go.id",
                    "tanggap.channel.email.security", "none"));
            settings.putAll(Map.of(
                    "tanggap.channel.sms.host", "127.0.0.1",
                    "tanggap.channel.sms.port", port(),
                    "tanggap.channel.sms.system-id", "tanggap",
                    "tanggap.channel.sms.password", "secret",
                    "tanggap.channel.sms.sender", "TANGGAP112",
                    "tanggap.channel.sms.tls", "false",
                    "tanggap.channel.sms.reconnect", "200ms",
                    "tanggap.channel.sms.contact", "true"));
            settings.putAll(Map.of(
                    "tanggap.channel.whatsapp.api",
                    "http://127.0.0.1:" + port() + "/v23.0",
                    "tanggap.channel.whatsapp.phone-number-id",
                    "106540352242922",
                    "tanggap.channel.whatsapp.access-token",
                    "EAAJB",
                    "tanggap.channel.whatsapp.template",
                    "tiket_112",
                    "tanggap.channel.whatsapp.app-secret",
                    APP_SECRET,
                    "tanggap.channel.whatsapp.verify-token",
                    VERIFY_TOKEN,
                    "tanggap.channel.voice.url",
                    "http://127.0.0.1:" + port() + "/calls",
                    "tanggap.channel.voice.secret",
                    VOICE_SECRET));
            KeyPair vapid = Browser.pair();
            settings.putAll(Map.of(
                    "tanggap.channel.web-push.public-key",
                    Browser.base64(Browser.point((ECPublicKey) vapid.getPublic())),
                    "tanggap.channel.web-push.private-key",
                    Browser.base64(Browser.unsigned(((ECPrivateKey) vapid.getPrivate()).getS())),
                    "tanggap.channel.web-push.subject",
                    "mailto:112@jepara.go.id",
                    "tanggap.channel.web-push.services",
                    "127.0.0.1",
                    "tanggap.channel.web-push.allow-insecure",
                    "true"));
            for (String channel : List.of("email", "sms", "whatsapp", "web-push", "voice")) {
                // Twice the time limit must stay below the tests' lease.
                settings.put("tanggap.channel." + channel + ".limits.timeout", "1s");
                settings.put("tanggap.channel." + channel + ".limits.at-once", "2");
                settings.put("tanggap.channel." + channel + ".limits.rest", "200ms");
            }
            return settings;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String port() {
        return Integer.toString(Ports.anyFree());
    }

    @Override
    public void stop() {
        // Whoever started a server stops it.
    }

    /** What browsers subscribe with. */
    public static String vapidKey() {
        return ConfigProvider.getConfig().getValue("tanggap.channel.web-push.public-key", String.class);
    }

    /** The port that the service looks for this channel's server on. */
    public static int portOf(String channel) {
        var config = ConfigProvider.getConfig();
        return switch (channel) {
            case "whatsapp" ->
                config.getValue("tanggap.channel.whatsapp.api", URI.class).getPort();
            case "voice" ->
                config.getValue("tanggap.channel.voice.url", URI.class).getPort();
            default -> config.getValue("tanggap.channel." + channel + ".port", Integer.class);
        };
    }
}
