package id.tanggap.notification.webhook.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final AddressGuard STRICT = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "2002:a00:1::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:db8::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void what_is_not_public_is_refused(String address) throws UnknownHostException {
        assertFalse(STRICT.permits(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "103.10.64.1",
                "126.255.255.255",
                "128.0.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:4860:4860::8888",
                "2400:9800::1",
                "2a00:1450::1"
            })
    void what_is_public_is_permitted(String address) throws UnknownHostException {
        assertTrue(STRICT.permits(InetAddress.getByName(address)));
    }

    @Test
    void an_allowed_network_is_permitted_and_nothing_beside_it() throws UnknownHostException {
        AddressGuard guard = new AddressGuard(List.of(Network.parse("10.20.0.0/22"), Network.parse("fd00:112::/32")));

        assertTrue(guard.permits(InetAddress.getByName("10.20.3.255")));
        assertFalse(guard.permits(InetAddress.getByName("10.20.4.0")));
        assertTrue(guard.permits(InetAddress.getByName("fd00:112:ffff::1")));
        assertFalse(guard.permits(InetAddress.getByName("fd00:113::1")));
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.4.0/23, 192.168.5.255, true",
        "192.168.4.0/23, 192.168.6.0, false",
        "203.0.113.7/32, 203.0.113.7, true",
        "203.0.113.7/32, 203.0.113.6, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:4860::1, false",
        "2000::/3, 3fff:ffff::1, true",
        "2000::/3, 4000::1, false",
    })
    void a_network_contains_what_its_prefix_says(String network, String address, boolean contained)
            throws UnknownHostException {
        assertEquals(contained, Network.parse(network).contains(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "localhost/8", "::/129", "10.0.0.0/x", "/8"})
    void what_is_no_network_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Network.parse(text));
    }
}
