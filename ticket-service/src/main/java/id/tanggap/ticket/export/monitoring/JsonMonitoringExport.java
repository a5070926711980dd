package id.tanggap.ticket.export.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.ticket.config.ExportConfig;
import id.tanggap.ticket.export.Wib;
import id.tanggap.ticket.export.report.DailyFigures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Our own format, documented as {@code META-INF/tanggap/exports/monitoring.daily.v1.schema.json}. */
@ApplicationScoped
public class JsonMonitoringExport implements MonitoringExport {

    private static final String FORMAT = "urn:tanggap:monitoring:daily:v1";

    private final ObjectMapper json;
    private final ExportConfig config;

    JsonMonitoringExport(ObjectMapper json, ExportConfig config) {
        this.json = json;
        this.config = config;
    }

    /** The regency that tells. */
    record Regency(String code, String name) {}

    /** A day of it; not complete as long as it is not over. */
    record Daily(
            String format,
            Regency regency,
            LocalDate day,
            String timeZone,
            Instant asOf,
            boolean complete,
            DailyFigures.Totals totals,
            List<DailyFigures.Count> categories,
            List<DailyFigures.Count> kecamatan,
            List<DailyFigures.Count> bands,
            List<DailyFigures.AgencyFigures> agencies) {}

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String write(DailyFigures figures) {
        try {
            return json.writeValueAsString(new Daily(
                    FORMAT,
                    new Regency(config.regencyCode(), config.regency()),
                    figures.day(),
                    "Asia/Jakarta",
                    figures.asOf(),
                    !figures.asOf().isBefore(Wib.start(figures.day().plusDays(1))),
                    figures.totals(),
                    figures.categories(),
                    figures.kecamatan(),
                    figures.bands(),
                    figures.agencies()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a day's figures cannot be written as JSON", e);
        }
    }
}
