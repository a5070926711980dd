package id.tanggap.ticket.flow;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A wait so long that whatever ends it is its cause. */
public class LongWait implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tanggap.ticket.assessment-wait", "1h", "tanggap.ticket.callback-grace", "1h");
    }
}
