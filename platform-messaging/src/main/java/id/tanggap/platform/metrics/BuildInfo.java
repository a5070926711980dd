package id.tanggap.platform.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which version of which service runs. */
@ApplicationScoped
class BuildInfo {

    void start(
            @Observes StartupEvent event,
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        Gauge.builder("tanggap.build.info", () -> 1)
                .description("1 for the version that runs")
                .tag("service", service)
                .tag("version", version)
                .register(registry);
    }
}
