package id.tanggap.notification.support;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Puts people on duty, as their agency does. */
public final class Duty {

    private Duty() {}

    /** Somebody of this user's agency who can be reached so, for the hours around now. */
    public static void officer(String user, String name, Map<String, String> contacts) {
        String id = Api.as(user)
                .body(Map.of(
                        "name",
                        name,
                        "contacts",
                        contacts.entrySet().stream()
                                .map(contact -> Map.of("kind", contact.getKey(), "address", contact.getValue()))
                                .toList()))
                .post("/api/v1/officers")
                .then()
                .statusCode(201)
                .extract()
                .path("officerId");
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Jakarta")).truncatedTo(ChronoUnit.SECONDS);
        Api.as(user)
                .body(Map.of(
                        "officerId",
                        id,
                        "from",
                        now.minusHours(1).toString(),
                        "to",
                        now.plusHours(8).toString()))
                .post("/api/v1/shifts")
                .then()
                .statusCode(201);
    }
}
