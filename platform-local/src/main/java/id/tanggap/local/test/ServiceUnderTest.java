package id.tanggap.local.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Properties;

/** The name of the service whose tests run: as its configuration says, else as its folder is called. */
final class ServiceUnderTest {
    private static final String KEY = "quarkus.application.name";

    private ServiceUnderTest() {}

    static String name() {
        String given = System.getProperty(KEY);
        if (given != null) {
            return given;
        }
        try {
            for (URL url : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources("application.properties"))) {
                Properties properties = new Properties();
                try (InputStream source = url.openStream()) {
                    properties.load(source);
                }
                if (properties.containsKey(KEY)) {
                    return properties.getProperty(KEY);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("application.properties cannot be read", e);
        }
        return Path.of("").toAbsolutePath().getFileName().toString();
    }
}
