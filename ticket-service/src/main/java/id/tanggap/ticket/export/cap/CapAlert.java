package id.tanggap.ticket.export.cap;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import java.util.List;

/** A message of the Common Alerting Protocol 1.2 (OASIS), its elements in the order of its schema; null or empty: left out. */
@JacksonXmlRootElement(localName = "alert")
record CapAlert(
        String identifier,
        String sender,
        String sent,
        String status,
        String msgType,
        String source,
        String scope,
        String restriction,
        String note,
        String references,
        String incidents,
        List<Info> info) {

    /** The same in one language. */
    record Info(
            String language,
            String category,
            String event,
            String responseType,
            String urgency,
            String severity,
            String certainty,
            Named eventCode,
            String onset,
            String senderName,
            String headline,
            String description,
            Named parameter,
            Area area) {}

    /** A value of a list that is not CAP's. */
    record Named(String valueName, String value) {}

    /** Where; each polygon as {@code lat,lon lat,lon ...}, a circle as {@code lat,lon km}. */
    record Area(String areaDesc, List<String> polygon, List<String> circle, Named geocode) {}
}
