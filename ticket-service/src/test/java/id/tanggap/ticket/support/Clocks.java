package id.tanggap.ticket.support;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Lets time pass for tickets' clocks, behind the service's back and without waiting. */
public final class Clocks {

    private Clocks() {}

    /** A new category of emergencies that Damkar leads and PSC 119 supports, with hours between its steps. */
    public static String slowCategory() {
        Map<String, Object> body = new LinkedHashMap<>(Reference.category());
        body.put("serviceLevel", Map.of("accept", "PT1H", "enRoute", "PT3H", "onScene", "PT5H", "close", "PT9H"));
        String code = Reference.newCode();
        Reference.put("/api/v1/categories/" + code, "If-None-Match", "*", body).statusCode(201);
        return code;
    }

    /** Of all other tickets: what earlier tests left open tells of nothing from now on. */
    public static void stopOthers(Database database, String ticket) {
        database.execute("update assignment set check_at = null where ticket_id <> ?", UUID.fromString(ticket));
    }

    /** As if a ticket's parts had been given so much earlier. */
    public static void pass(Database database, String ticket, Duration time) {
        database.execute(
                "update assignment set clock_from = clock_from - make_interval(secs => ?), check_at = now()"
                        + " where ticket_id = ? and check_at is not null",
                (double) time.toSeconds(),
                UUID.fromString(ticket));
    }
}
