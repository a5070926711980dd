package id.tanggap.ticket.export.eido;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.ticket.Location;
import id.tanggap.ticket.ticket.TicketView;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;

/** A ticket's place as a PIDF-LO document (RFC 4119, RFC 5139, RFC 5491). */
final class PidfLo {

    private static final String DOCUMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>\
            <presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" \
            xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10" xmlns:gml="http://www.opengis.net/gml" \
            xmlns:ca="urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr" entity="pres:112@%s">\
            <dm:device id="incident"><gp:geopriv><gp:location-info>%s</gp:location-info>\
            <gp:usage-rules/><gp:method>Manual</gp:method></gp:geopriv></dm:device></presence>""";

    private PidfLo() {}

    /** Empty if neither coordinates nor an area are known. */
    static Optional<String> of(TicketView ticket, String domain, String regency) {
        String info = point(ticket.location()) + civic(ticket.area(), regency);
        return info.isEmpty() ? Optional.empty() : Optional.of(DOCUMENT.formatted(domain, info));
    }

    /** The place in the reporter's words. */
    static String described(TicketView ticket) {
        return ticket.location().stream()
                .flatMap(place -> Stream.of(place.address(), place.desa(), place.kecamatan()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String point(Optional<Location> place) {
        return place.filter(known -> known.lat() != null && known.lon() != null)
                .map(known -> "<gml:Point srsName=\"urn:ogc:def:crs:EPSG::4326\"><gml:pos>%s %s</gml:pos></gml:Point>"
                        .formatted(known.lat(), known.lon()))
                .orElse("");
    }

    private static String civic(Optional<Placement> found, String regency) {
        Optional<Area> kecamatan = found.flatMap(Placement::kecamatan);
        if (kecamatan.isEmpty()) {
            return "";
        }
        return "<ca:civicAddress><ca:country>ID</ca:country>%s%s%s</ca:civicAddress>"
                .formatted(
                        element("A2", Optional.of(regency)),
                        element("A3", kecamatan.map(Area::name)),
                        element("A4", found.flatMap(Placement::desa).map(Area::name)));
    }

    private static String element(String name, Optional<String> value) {
        return value.map(text -> "<ca:%s>%s</ca:%s>".formatted(name, StringEscapeUtils.escapeXml10(text), name))
                .orElse("");
    }
}
