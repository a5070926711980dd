package id.tanggap.ticket.export.open311;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import java.util.List;

/** A kind of request (GeoReport v2, GET Service List). */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Service(
        String serviceCode,
        String serviceName,
        String description,
        boolean metadata,
        String type,
        String keywords,
        String group) {

    /** The root of the list in XML. */
    @JacksonXmlRootElement(localName = "services")
    public record All(@JacksonXmlProperty(localName = "service") List<Service> services) {}

    /** What else is to be told with a request of this kind: nothing (GET Service Definition). */
    @JacksonXmlRootElement(localName = "service_definition")
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Definition(String serviceCode, List<String> attributes) {}
}
