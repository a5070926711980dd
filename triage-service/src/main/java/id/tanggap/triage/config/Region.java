package id.tanggap.triage.config;

import id.tanggap.triage.place.Gazetteer;
import id.tanggap.triage.text.DangerReader;
import id.tanggap.triage.text.ReportReader;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What triage knows of its regency. */
@ApplicationScoped
class Region {

    /** The regency's own. */
    @ConfigMapping(prefix = "tanggap.triage.region")
    interface RegionConfig {

        /** A regency whose places ship with the service. */
        @WithDefault("jepara")
        String name();

        /** Another one's places: a file of {@code code;name;kecamatan;lat;lon}. */
        Optional<Path> places();
    }

    @Produces
    @Singleton
    ReportReader reports(RegionConfig config) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(config), StandardCharsets.UTF_8))) {
            return new ReportReader(DangerReader.bundled(), Gazetteer.of(lines.lines()));
        }
    }

    private static InputStream open(RegionConfig config) throws IOException {
        if (config.places().isPresent()) {
            return Files.newInputStream(config.places().get());
        }
        InputStream bundled = Region.class.getResourceAsStream("/places/" + config.name() + ".csv");
        if (bundled == null) {
            throw new IOException(
                    "no places of " + config.name() + " ship with this service: set tanggap.triage.region.places");
        }
        return bundled;
    }
}
