package id.tanggap.ticket.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.ticket.area.AreaShape;
import id.tanggap.ticket.config.ExportConfig;
import id.tanggap.ticket.export.cap.CapMapper;
import id.tanggap.ticket.history.Histories;
import id.tanggap.ticket.support.CapSchema;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

class CapMapperTest {

    private static final List<String> PATH = List.of("TIDAL_FLOOD", "FLOOD", "DISASTER");
    private static final AreaShape SHAPE = new AreaShape(
            new AreaShape.LatLon(-6.59, 110.67),
            List.of(List.of(
                    new AreaShape.LatLon(-6.5, 110.6),
                    new AreaShape.LatLon(-6.6, 110.6),
                    new AreaShape.LatLon(-6.6, 110.7),
                    new AreaShape.LatLon(-6.5, 110.6))));
    private final CapMapper mapper = new CapMapper(
            new SmallRyeConfigBuilder().withMapping(ExportConfig.class).build().getConfigMapping(ExportConfig.class));

    private String told(int priority, Optional<AreaShape> shape) {
        return mapper.of(Told.ticket("TIDAL_FLOOD", priority, List.of()), PATH, shape, states(3));
    }

    /** A minute apart, those of these versions closed. */
    private static List<Histories.Version> states(int count, Integer... closed) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(version -> new Histories.Version(
                        version,
                        Told.AT.plusSeconds(60 * (version - 1)),
                        List.of(closed).contains((int) version)))
                .toList();
    }

    private String state(int version, Integer... closed) throws Exception {
        Optional<Instant> closedAt = Optional.of(Told.AT.plusSeconds(180))
                .filter(at -> List.of(closed).contains(version));
        String message = mapper.of(
                Told.ticket("TIDAL_FLOOD", 8, List.of(), version, closedAt),
                PATH,
                Optional.of(SHAPE),
                states(version, closed));
        CapSchema.validate(message);
        return message;
    }

    @Test
    void the_first_state_is_an_alert_that_takes_nothing_back() throws Exception {
        String message = state(1);
        assertTrue(message.contains("<msgType>Alert</msgType>"));
        assertTrue(message.contains("<identifier>JPR-20260520-0001.1</identifier>"));
        assertFalse(message.contains("<references>"));
    }

    @Test
    void a_later_state_is_an_update_of_all_before_it() throws Exception {
        String message = state(3);
        assertTrue(message.contains("<msgType>Update</msgType>"));
        assertTrue(message.contains("<identifier>JPR-20260520-0001.3</identifier>"));
        assertTrue(message.contains("<references>112.jepara.go.id,JPR-20260520-0001.1,2026-05-20T08:02:03+07:00"
                + " 112.jepara.go.id,JPR-20260520-0001.2,2026-05-20T08:03:03+07:00</references>"));
    }

    @Test
    void a_closed_one_is_cancelled() throws Exception {
        String message = state(4, 4);
        assertTrue(message.contains("<msgType>Cancel</msgType>"));
        assertTrue(message.contains("JPR-20260520-0001.3,2026-05-20T08:04:03+07:00</references>"));
        assertTrue(message.contains("<urgency>Past</urgency>"));
    }

    @Test
    void what_is_cancelled_is_over_and_opened_again_it_is_a_new_alert_of_the_same_incident() throws Exception {
        String again = state(5, 4);
        assertTrue(again.contains("<msgType>Alert</msgType>"));
        assertTrue(again.contains("<incidents>JPR-20260520-0001</incidents>"));
        assertTrue(again.contains("JPR-20260520-0001.4,2026-05-20T08:05:03+07:00</references>"));

        assertTrue(state(6, 4).contains("<msgType>Update</msgType>"));
        assertTrue(state(6, 4, 6).contains("<msgType>Cancel</msgType>"));
        // Who reported is forgotten long after: still over.
        assertTrue(state(5, 4, 5).contains("<msgType>Cancel</msgType>"));
    }

    @Test
    void what_is_referred_to_is_named_as_it_was_told() throws Exception {
        String before = state(2);
        String own = "112.jepara.go.id,%s,%s".formatted(element(before, "identifier"), element(before, "sent"));
        assertTrue(element(state(3), "references").endsWith(own));
    }

    private static String element(String message, String name) {
        return message.split("</?" + name + ">")[1];
    }

    @Test
    void without_a_history_nothing_is_referred_to() {
        String message = mapper.of(
                Told.ticket("TIDAL_FLOOD", 8, List.of(), 3, Optional.of(Told.AT)), PATH, Optional.empty(), List.of());
        assertTrue(message.contains("<msgType>Alert</msgType>"));
        assertTrue(message.contains("<sent>2026-05-20T08:02:03+07:00</sent>"));
    }

    @Test
    void is_valid_by_the_schema_of_the_standard() throws Exception {
        CapSchema.validate(told(8, Optional.of(SHAPE)));
        CapSchema.validate(told(8, Optional.empty()));
        // The validator would say so otherwise.
        String broken = told(8, Optional.empty()).replace("<status>Draft</status>", "<status>Maybe</status>");
        assertThrows(SAXException.class, () -> CapSchema.validate(broken));
    }

    @Test
    void warns_nobody_by_itself() {
        String message = told(8, Optional.of(SHAPE));
        assertTrue(message.contains("<status>Draft</status>"));
        assertTrue(message.contains("<scope>Restricted</scope>"));
        assertTrue(message.contains("<restriction>BPBD, BMKG, BNPB</restriction>"));
    }

    @Test
    void is_in_indonesian_with_its_times_and_in_english() {
        String message = told(8, Optional.of(SHAPE));
        assertTrue(message.contains("<sent>2026-05-20T08:04:03+07:00</sent>"));
        assertTrue(message.indexOf("id-ID") < message.indexOf("en-US"));
        assertTrue(message.contains("<event>=Banjir &amp; \"rob\"</event>"));
        assertTrue(message.contains("<category>Met</category>"));
    }

    @Test
    void its_area_is_the_outline_or_else_a_circle() {
        assertTrue(
                told(8, Optional.of(SHAPE)).contains("<polygon>-6.5,110.6 -6.6,110.6 -6.6,110.7 -6.5,110.6</polygon>"));
        assertTrue(told(8, Optional.empty()).contains("<circle>-6.58881,110.66842 1</circle>"));
    }

    @Test
    void says_nothing_that_a_person_said() {
        String message = told(8, Optional.of(SHAPE));
        Stream.of("Budi", "Siti", "Rahasia", "ref-secret", "call-1", "110.66842")
                .forEach(word -> assertFalse(message.contains(word), word));
    }

    @ParameterizedTest
    @CsvSource({"10, Extreme", "9, Severe", "8, Severe", "7, Moderate", "5, Moderate", "4, Minor"})
    void severity_follows_priority(int priority, String severity) {
        assertTrue(told(priority, Optional.empty()).contains("<severity>" + severity + "</severity>"));
        // Nobody is there yet, and no one else has told of it.
        assertTrue(told(priority, Optional.empty()).contains("<certainty>Possible</certainty>"));
        assertEquals(2, told(priority, Optional.empty()).split("<info>", -1).length - 1);
    }
}
