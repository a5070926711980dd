package id.tanggap.platform.trace;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Leaves sending to Quarkus' own exporter, which is there only where a collector is named. Beside it the SDK would make one for
 * exporters that are beans: there are none, and its queue and its thread would carry every span to nobody.
 */
@Singleton
final class OneExporter implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addPropertiesCustomizer(configured -> Map.of("otel.traces.exporter", "none"));
    }
}
