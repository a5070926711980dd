package id.tanggap.ticket.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.ticket.export.eido.EidoMapper;
import id.tanggap.ticket.support.Schemas;
import id.tanggap.ticket.ticket.TicketLink;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class EidoMapperTest {

    private static final EidoMapper MAPPER = new EidoMapper("112.jepara.go.id", "Kabupaten Jepara");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<TicketLink> MERGED = List.of(
            new TicketLink(TicketLink.Kind.CHILD, Told.OTHER, "JPR-20260520-0002"),
            new TicketLink(TicketLink.Kind.RELATED, Told.OTHER, "JPR-20260520-0002"));

    private static JsonNode told() {
        return JSON.valueToTree(
                MAPPER.of(Told.ticket("TIDAL_FLOOD", 8, MERGED), List.of("TIDAL_FLOOD", "FLOOD", "DISASTER"), Told.AT));
    }

    static List<String> faults(JsonNode eido) {
        return Schemas.faults(EidoMapperTest.class.getResourceAsStream("/standards/eido.schema.json"), eido);
    }

    @Test
    void is_as_the_standard_says() {
        assertEquals(List.of(), faults(told()));
    }

    @Test
    void the_schema_of_the_tests_refuses_what_the_standard_does_not_know() {
        ObjectNode misspelt = told().deepCopy();
        ((ObjectNode) misspelt.path("incidentComponent")).put("incidentCommonPriority", 8);
        assertFalse(faults(misspelt).isEmpty());
        ObjectNode unknown = told().deepCopy();
        ((ObjectNode) unknown.path("incidentComponent")).put("incidentTypeCommonRegistryText", "FLOOD");
        assertFalse(faults(unknown).isEmpty());
    }

    @Test
    void every_reference_finds_its_component() {
        JsonNode told = told();
        Set<String> ids = new TreeSet<>(told.findValuesAsText("$id"));
        Set<String> asked = new TreeSet<>(told.findValuesAsText("$ref"));
        asked.removeAll(ids);
        // Whoever took part is a component; nobody else is named.
        assertEquals(Set.of(), asked);
    }

    @Test
    void says_what_it_is_how_far_help_has_come_and_how_parts_ended() {
        JsonNode incident = told().path("incidentComponent");

        assertEquals("HAZ", incident.path("incidentTypeCommonRegistryText").asText());
        assertEquals(
                "[\"ResourcesEnroute\",\"Active\"]",
                incident.path("incidentStatusCommonRegistryText").toString());
        assertEquals(
                "2026-05-20T08:02:03+07:00", told().path("lastUpdateTimeStamp").asText());
        assertEquals(
                "15",
                incident.path("dispositionComponent")
                        .path(0)
                        .path("dispositionCommonRegistryCode")
                        .asText());
    }

    @Test
    void a_merge_is_told_both_ways_and_a_relation_as_a_link_only() {
        JsonNode told = told();
        assertEquals(1, told.path("mergeComponent").size());
        assertEquals(
                "REPLACING",
                told.path("mergeComponent")
                        .path(0)
                        .path("incidentMergeDirectionCode")
                        .asText());
        assertEquals(List.of("CHILD", "RELATED"), told.path("linkComponent").findValuesAsText("linkDirectionCode"));
    }

    @Test
    void nobody_is_in_it_but_what_was_reported() {
        String text = told().toString();
        Stream.of("ref-secret", "call-1", "Siti").forEach(word -> assertFalse(text.contains(word), word));
    }

    @Test
    void its_place_is_readable_xml_whatever_an_area_is_called() throws Exception {
        String pidf =
                told().path("locationComponent").path(0).path("locationByValue").asText();
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(pidf)));

        assertEquals(
                "-6.58881 110.66842",
                document.getElementsByTagNameNS("http://www.opengis.net/gml", "pos")
                        .item(0)
                        .getTextContent());
        assertEquals(
                "Panggang & <co>",
                document.getElementsByTagNameNS("urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr", "A4")
                        .item(0)
                        .getTextContent());
    }

    @ParameterizedTest
    @CsvSource({
        "FIRE|FIRE_RESCUE, FUNK",
        "RESCUE|FIRE_RESCUE, RESCUE",
        "FLOOD|DISASTER, HAZ",
        "SNAKE|ANIMAL|FIRE_RESCUE, ANIMAL",
        "SEA_DROWNING|SEA, DROWN",
        "WATER|UTILITIES, PUBWKS",
        "NEW_THING, TROUBLE"
    })
    void a_category_without_a_type_of_its_own_has_its_groups(String path, String type) {
        List<String> codes = List.of(path.split("\\|"));
        JsonNode told = JSON.valueToTree(MAPPER.of(Told.ticket(codes.getFirst(), 5, List.of()), codes, Told.AT));

        assertEquals(
                type,
                told.path("incidentComponent")
                        .path("incidentTypeCommonRegistryText")
                        .asText());
        assertEquals(List.of(), faults(told));
    }
}
