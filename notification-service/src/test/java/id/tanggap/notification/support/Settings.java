package id.tanggap.notification.support;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Configuration as the service reads it, for tests without the service. */
public final class Settings {

    private Settings() {}

    /** The mapping of these names and values. */
    public static <T> T of(Class<T> mapping, String... namesAndValues) {
        Map<String, String> settings = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            settings.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(mapping)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(mapping);
    }
}
