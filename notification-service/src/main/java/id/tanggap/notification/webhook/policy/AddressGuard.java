package id.tanggap.notification.webhook.policy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which addresses a webhook may be sent to: those of the public internet, and networks that the operator of this
 * service allows by name. Without it a subscriber could make us call our own services or a cloud's metadata address.
 *
 * <p>The blocks are those of the IANA special-purpose address registries (RFC 6890) that are not globally reachable. Of
 * IPv6 only global unicast (2000::/3) passes, less the blocks that carry an IPv4 address inside, which would go round the
 * check.
 */
public final class AddressGuard {

    private static final List<Network> REFUSED_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final Network GLOBAL_V6 = Network.parse("2000::/3");

    private static final List<Network> REFUSED_V6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private final List<Network> allowed;

    /** @param allowed networks that may be reached although they are not public */
    public AddressGuard(List<Network> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Whether a request may go to this address. */
    public boolean permits(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet6Address
                ? GLOBAL_V6.contains(address) && REFUSED_V6.stream().noneMatch(network -> network.contains(address))
                : REFUSED_V4.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... blocks) {
        return Stream.of(blocks).map(Network::parse).toList();
    }
}
