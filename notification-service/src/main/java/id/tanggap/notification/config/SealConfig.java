package id.tanggap.notification.config;

import io.smallrye.config.ConfigMapping;

/** The key under which personal data and secrets rest in the database. */
@ConfigMapping(prefix = "tanggap.seal")
public interface SealConfig {

    /** 32 bytes in Base64; there is no default, for a known key is none. */
    String atRestKey();
}
