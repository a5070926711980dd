package id.tanggap.notification.channel.webpush.policy;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The push services that may be called.
 *
 * @param allowed hosts, or an asterisk, a dot and the end of hosts
 * @param insecure whether also by plain http and at any port
 */
public record PushServices(List<String> allowed, boolean insecure) {

    private static final String ANY = "*";

    /** Which of the allowed ones the address belongs to, if it may be called at all. */
    public Optional<String> of(URI endpoint) {
        String host = endpoint.getHost();
        if (host == null || endpoint.getUserInfo() != null || !secure(endpoint)) {
            return Optional.empty();
        }
        String name = host.toLowerCase(Locale.ROOT);
        return allowed.stream().filter(service -> matches(service, name)).findFirst();
    }

    private boolean secure(URI endpoint) {
        return insecure
                || "https".equals(endpoint.getScheme()) && (endpoint.getPort() == -1 || endpoint.getPort() == 443);
    }

    private static boolean matches(String service, String host) {
        return service.startsWith(ANY)
                ? host.endsWith(service.substring(ANY.length())) && host.length() >= service.length()
                : host.equals(service);
    }
}
