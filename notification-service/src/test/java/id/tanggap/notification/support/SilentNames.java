package id.tanggap.notification.support;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/** The JDK's name service in tests: of names that end with {@value #SUFFIX} nobody ever hears anything. */
public final class SilentNames extends InetAddressResolverProvider {

    public static final String SUFFIX = ".silent.test";

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Names(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "silent names";
    }

    private record Names(InetAddressResolver platform) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            if (host.endsWith(SUFFIX)) {
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    throw new UnknownHostException("nobody answered in time for " + host);
                }
            }
            return platform.lookupByName(host, policy);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return platform.lookupByAddress(address);
        }
    }
}
