package id.tanggap.notification.webhook.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of IP addresses in CIDR notation (RFC 4632, RFC 4291). */
public final class Network {

    private final byte[] base;
    private final int prefix;
    private final String text;

    private Network(byte[] base, int prefix, String text) {
        this.base = base;
        this.prefix = prefix;
        this.text = text;
    }

    /**
     * The block written as {@code 10.0.0.0/8} or {@code fc00::/7}; names are not resolved.
     *
     * @throws IllegalArgumentException if it is no such block
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(0, slash).matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException("not a network in CIDR notation: " + text);
        }
        try {
            byte[] base = InetAddress.getByName(text.substring(0, slash)).getAddress();
            int prefix = Integer.parseInt(text.substring(slash + 1));
            if (prefix < 0 || prefix > base.length * Byte.SIZE) {
                throw new IllegalArgumentException("no such prefix length: " + text);
            }
            return new Network(base, prefix, text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a network in CIDR notation: " + text, e);
        }
    }

    /** Whether the address is of this block; one of the other IP version never is. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != base.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += Byte.SIZE) {
            int mask = 0xff << Math.max(0, Byte.SIZE - (prefix - bit)) & 0xff;
            int index = bit / Byte.SIZE;
            if ((bytes[index] & mask) != (base[index] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
