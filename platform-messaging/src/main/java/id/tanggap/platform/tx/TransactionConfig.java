package id.tanggap.platform.tx;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of a database transaction. */
@ConfigMapping(prefix = "tanggap.transaction")
public interface TransactionConfig {

    /** After this long without an answer the database counts as unavailable; a caller must not wait for a hung one. */
    @WithDefault("5s")
    Duration timeout();
}
