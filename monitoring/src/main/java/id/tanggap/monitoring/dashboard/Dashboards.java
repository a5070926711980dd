package id.tanggap.monitoring.dashboard;

import java.util.List;

/** All of them, in the order in which a day is looked at. */
public final class Dashboards {
    private Dashboards() {}

    public static List<Dashboard> all() {
        return List.of(
                CommandCentreToday.DASHBOARD,
                TriageSafety.DASHBOARD,
                AgenciesAndLevels.DASHBOARD,
                EventFlow.DASHBOARD,
                Services.DASHBOARD,
                Deliveries.DASHBOARD);
    }
}
