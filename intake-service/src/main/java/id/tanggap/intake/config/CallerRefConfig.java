package id.tanggap.intake.config;

import io.smallrye.config.ConfigMapping;

/** The key of references to callers, which do not open again: 32 bytes in Base64. A deployment has its own. */
@ConfigMapping(prefix = "tanggap.caller-ref")
public interface CallerRefConfig {

    String key();
}
