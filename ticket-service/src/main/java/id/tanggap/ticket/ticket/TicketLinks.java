package id.tanggap.ticket.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps a ticket's links as JSON: they are only ever read together. Null: it has none. */
@Converter
public class TicketLinks implements AttributeConverter<List<TicketLink>, String> {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<TicketLink>> LIST = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<TicketLink> links) {
        try {
            return links == null || links.isEmpty() ? null : JSON.writeValueAsString(links);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("links cannot be written as JSON", e);
        }
    }

    @Override
    public List<TicketLink> convertToEntityAttribute(String stored) {
        try {
            return stored == null ? List.of() : JSON.readValue(stored, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored links are not readable", e);
        }
    }
}
