package id.tanggap.ticket.config;

import io.smallrye.config.ConfigMapping;

/** Keys of reporters' identities: 32 bytes in Base64 each. There is no default: a deployment has its own. */
@ConfigMapping(prefix = "tanggap.seal")
public interface SealConfig {

    /** Shared with intake-service only. */
    String handoverKey();

    /** This service's alone. */
    String atRestKey();
}
