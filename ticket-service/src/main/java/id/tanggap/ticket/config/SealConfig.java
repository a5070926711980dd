package id.tanggap.ticket.config;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Keys of reporters' identities: 32 bytes in Base64 each. There is no default: a deployment has its own. */
@ConfigMapping(prefix = "tanggap.seal")
public interface SealConfig {

    /** Shared with intake-service only, under the name {@code handover-1}. */
    String handoverKey();

    /** Other such keys by their name, which intake-service writes as {@code kid}: a former or a coming one. */
    Map<String, String> otherHandoverKeys();

    /** This service's alone. */
    String atRestKey();
}
