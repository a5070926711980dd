package id.tanggap.notification.webhook.policy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** An address that a webhook can be sent to: absolute, https (http only where allowed), no credentials and no fragment. */
public record WebhookUrl(URI uri) {

    private static final int LONGEST = 2048;

    /**
     * The address written as {@code text}.
     *
     * @throws IllegalArgumentException with a message for the subscriber, if it is no such address
     */
    public static WebhookUrl parse(String text, boolean allowInsecure) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("must not be longer than " + LONGEST + " characters");
        }
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(allowInsecure && scheme.equals("http"))) {
            throw new IllegalArgumentException("must be an https address");
        }
        if (uri.getHost() == null || uri.getHost().isBlank()) {
            throw new IllegalArgumentException("must name a host");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must not carry credentials; deliveries are signed instead");
        }
        if (uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must not have a fragment");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            throw new IllegalArgumentException("must have a port between 1 and 65535");
        }
        return new WebhookUrl(uri);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be an https address", e);
        }
    }

    public boolean secure() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    /** The host without the brackets that a URI puts round an IPv6 address. */
    public String host() {
        return uri.getHost().replaceAll("^\\[|]$", "");
    }

    public int port() {
        return uri.getPort() > 0 ? uri.getPort() : secure() ? 443 : 80;
    }

    /** Path and query as they go into the request line. */
    public String target() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
