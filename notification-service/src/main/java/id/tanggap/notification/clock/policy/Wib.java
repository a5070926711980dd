package id.tanggap.notification.clock.policy;

import java.time.ZoneId;

/** Western Indonesian time (WIB), in which the regency's people read and plan. */
public final class Wib {

    public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private Wib() {}
}
