package id.tanggap.notification.wording.policy;

import id.tanggap.notification.wording.policy.TicketFacts.Assessment;
import id.tanggap.notification.wording.policy.TicketFacts.Label;
import id.tanggap.notification.wording.policy.TicketFacts.Place;
import id.tanggap.notification.wording.policy.TicketFacts.Reporter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tickets for the tests of what is said of them. */
final class Tickets {

    private Tickets() {}

    static TicketFacts fire() {
        return fire("Kebakaran rumah di belakang pasar, masih ada orang di dalam.");
    }

    static TicketFacts fire(String text) {
        return fire(text, new Place("Belakang Pasar Jepara II", "Panggang", "Jepara", "-6.58880, 110.66840", false));
    }

    static TicketFacts fire(String text, Place place) {
        return ticket("OPENED", "Active", Optional.empty(), Optional.empty(), Optional.empty(), text, place);
    }

    static TicketFacts part(String change, String status, Optional<String> missed) {
        return ticket(change, status, missed, Optional.empty(), Optional.empty(), "Kebakaran.", nowhere());
    }

    static TicketFacts judged(Optional<String> verification, String band) {
        return ticket(
                "ASSESSED",
                "Active",
                Optional.empty(),
                verification,
                Optional.of(new Assessment(band, List.of(new Label("Latar belakang sunyi", "Silent background")))),
                "Kebakaran.",
                nowhere());
    }

    static Place nowhere() {
        return new Place("", "", "", "", false);
    }

    private static TicketFacts ticket(
            String change,
            String status,
            Optional<String> missed,
            Optional<String> verification,
            Optional<Assessment> assessment,
            String text,
            Place place) {
        return new TicketFacts(
                "0196eb7e-3c00-7a1b-8c2d-1f2e3d4c5b6a",
                "JPR-20250520-0007",
                change,
                new Label("Kebakaran", "Fire"),
                10,
                true,
                text,
                place,
                Optional.of(new Reporter("Siti", "+6281200000001")),
                status,
                missed,
                verification,
                assessment,
                1,
                Instant.parse("2025-05-20T03:12:09.040Z"));
    }
}
