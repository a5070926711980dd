package id.tanggap.ticket.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tanggap.ticket.export.csv.TicketCsv;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class TicketCsvTest {

    private static CSVRecord told() throws IOException {
        String text = TicketCsv.header() + TicketCsv.lines(List.of(TicketCsv.row(Told.ticket("FLOOD", 8, List.of()))));
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords()
                .getFirst();
    }

    @Test
    void a_ticket_has_a_cell_for_every_column() throws IOException {
        CSVRecord row = told();
        assertEquals(row.getParser().getHeaderNames().size(), row.size());
        assertEquals("JPR-20260520-0001", row.get("number"));
        assertEquals("damkar", row.get("lead_agency"));
        assertEquals("dinkes polres", row.get("supporting_agencies"));
        assertEquals("40", row.get("accept_seconds"));
        assertEquals("", row.get("onscene_at"));
        assertEquals("2026-05-20T08:02:03+07:00", row.get("opened_at"));
    }

    @Test
    void no_spreadsheet_takes_a_cell_for_a_formula() throws IOException {
        assertEquals("'=Banjir & \"rob\"", told().get("category_label"));
        assertEquals("'+1,'-1,'@a,'\tb,-1\r\n", TicketCsv.lines(List.of(List.of("+1", "-1", "@a", "\tb", -1))));
    }

    @Test
    void nobody_is_in_it() throws IOException {
        String text = told().toString();
        Stream.of("Budi", "Siti", "Rahasia", "ref-secret", "call-1", "report-1", "110.66")
                .forEach(word -> assertFalse(text.contains(word), word));
    }
}
