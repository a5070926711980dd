package id.tanggap.platform.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Which traces are recorded; where they are sent is {@code quarkus.otel.exporter.otlp.endpoint}. */
@ConfigMapping(prefix = "tanggap.trace")
interface TraceConfig {

    /** Of traces that begin here, from 0 to 1; what a caller has begun is recorded as the caller says. A regency's calls are few. */
    @WithDefault("1.0")
    double ratio();

    /** Last segments of paths that are never recorded: a call's sound comes four times a second and leads to nothing but the next. */
    @WithDefault("audio")
    Set<String> passedOver();
}
