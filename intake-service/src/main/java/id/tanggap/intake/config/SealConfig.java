package id.tanggap.intake.config;

import io.smallrye.config.ConfigMapping;

/** Keys that open again: 32 bytes in Base64 each. There is no default: a deployment has its own. */
@ConfigMapping(prefix = "tanggap.seal")
public interface SealConfig {

    /** This service's alone. */
    String atRestKey();

    /** Shared with ticket-service only, which knows it as {@code handover-1}. */
    String handoverKey();
}
