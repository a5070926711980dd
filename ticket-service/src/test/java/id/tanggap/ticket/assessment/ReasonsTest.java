package id.tanggap.ticket.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private final Reasons reasons = new Reasons();

    @Test
    void come_out_as_they_went_in() {
        List<Reason> kept = List.of(new Reason("SILENT", 1.5, "Hening", "Silence"));

        assertEquals(kept, reasons.convertToEntityAttribute(reasons.convertToDatabaseColumn(kept)));
    }

    @Test
    void that_a_later_version_has_written_are_read_as_far_as_they_are_known() {
        assertEquals(
                List.of(new Reason("SILENT", 1.5, "Hening", "Silence")),
                reasons.convertToEntityAttribute(
                        """
                        [{"code":"SILENT","contribution":1.5,"textId":"Hening","textEn":"Silence","textJv":"Sepi"}]
                        """));
    }
}
