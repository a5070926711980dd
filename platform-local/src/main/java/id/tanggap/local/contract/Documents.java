package id.tanggap.local.contract;

import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the services' AsyncAPI documents. */
public final class Documents {
    public static final String RESOURCE = "META-INF/tanggap/asyncapi.yaml";

    private Documents() {}

    /** All on the class path of the running thread, one a principal. */
    public static Collection<AsyncApiDocument> onClassPath() {
        Map<String, AsyncApiDocument> found = new LinkedHashMap<>();
        try {
            for (URL url : Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(RESOURCE))) {
                try (InputStream source = url.openStream()) {
                    AsyncApiDocument document = read(source, url.toString());
                    found.putIfAbsent(document.principal(), document);
                }
            }
        } catch (IOException e) {
            throw new StackException("Cannot read " + RESOURCE + ": " + e.getMessage(), e);
        }
        return found.values();
    }

    /** The document of a service whose sources are in the given folder. */
    public static AsyncApiDocument ofService(Path folder) {
        Path file = folder.resolve("src/main/resources").resolve(RESOURCE);
        try (InputStream source = Files.newInputStream(file)) {
            return read(source, file.toString());
        } catch (IOException e) {
            throw new StackException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static AsyncApiDocument read(InputStream source, String place) throws IOException {
        try {
            return AsyncApiDocument.parse(source);
        } catch (IllegalArgumentException e) {
            throw new StackException(place + ": " + e.getMessage(), e);
        }
    }
}
