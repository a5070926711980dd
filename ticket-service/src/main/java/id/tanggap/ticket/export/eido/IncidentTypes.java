package id.tanggap.ticket.export.eido;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** What our categories are called in EIDO's registry of incident types (NENA-STA-021.1, 3.2, after APCO 2.103.2). */
final class IncidentTypes {

    private static final String SOURCE = "/export/eido.csv";

    private final Map<String, String> types = new HashMap<>();

    IncidentTypes() {
        try (InputStream source = IncidentTypes.class.getResourceAsStream(SOURCE)) {
            Reader text = new InputStreamReader(source, StandardCharsets.UTF_8);
            CSVFormat format = CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get();
            for (CSVRecord row : format.parse(text)) {
                types.put(row.get("category"), row.get("incidentType"));
            }
        } catch (IOException e) {
            throw new IllegalStateException(SOURCE + " is not readable", e);
        }
    }

    /**
     * The type that is nearest to it.
     *
     * @param path the category and the groups above it, the nearest first
     */
    String of(List<String> path, boolean emergency) {
        return path.stream()
                .filter(types::containsKey)
                .findFirst()
                .map(types::get)
                .orElse(emergency ? "TROUBLE" : "NONEMERG");
    }
}
