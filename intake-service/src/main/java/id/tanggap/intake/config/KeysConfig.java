package id.tanggap.intake.config;

import io.smallrye.config.ConfigMapping;

/** Keys of this service: 32 bytes in Base64 each. There is no default: a deployment has its own. */
@ConfigMapping(prefix = "tanggap")
public interface KeysConfig {

    Seal seal();

    CallerRef callerRef();

    /** Keys that open again. */
    interface Seal {

        /** This service's alone. */
        String atRestKey();

        /** Shared with ticket-service only. */
        String handoverKey();
    }

    /** The key of references, which do not open again. */
    interface CallerRef {

        String key();
    }
}
