package id.tanggap.ticket.export.open311;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlRootElement;
import java.util.List;

/** A request as everybody may know it (GeoReport v2, GET Service Request); null: not known, or not told. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Request(
        String serviceRequestId,
        String status,
        String statusNotes,
        String serviceName,
        String serviceCode,
        String description,
        String agencyResponsible,
        String serviceNotice,
        String requestedDatetime,
        String updatedDatetime,
        String expectedDatetime,
        String address,
        String addressId,
        String zipcode,
        Double lat,
        @JsonProperty("long") Double lon,
        String mediaUrl) {

    /** The root of the list in XML. */
    @JacksonXmlRootElement(localName = "service_requests")
    public record All(@JacksonXmlProperty(localName = "request") List<Request> requests) {}
}
