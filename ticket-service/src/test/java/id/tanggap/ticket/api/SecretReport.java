package id.tanggap.ticket.api;

import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.Opened;
import java.util.Map;
import java.util.UUID;

/** A report whose words, address and reporter hold a word that no other system is to be told. */
final class SecretReport {

    static final String SECRET = "Rahasia" + UUID.randomUUID().toString().substring(0, 8);

    private SecretReport() {}

    /** The ticket of such a report from a house in Panggang, Jepara. */
    static String open(Events events, String category) {
        Map<String, Object> report = Events.report(category);
        report.put("text", "Rumah " + SECRET);
        report.put("reporter", Events.sealed(SECRET, "+6281200000009"));
        report.put(
                "location", Map.of("lat", -6.5888, "lon", 110.6684, "kecamatan", "Jepara", "address", "Jl. " + SECRET));
        return Opened.ticketOf(events, report);
    }
}
