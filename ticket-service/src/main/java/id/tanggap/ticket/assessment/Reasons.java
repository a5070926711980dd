package id.tanggap.ticket.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the reasons of an assessment as JSON: they are only ever read together. */
@Converter
public class Reasons implements AttributeConverter<List<Reason>, String> {

    /** Tolerant: another version of this service may have written more than this one knows. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final TypeReference<List<Reason>> LIST = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Reason> reasons) {
        try {
            return reasons == null ? null : JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons cannot be written as JSON", e);
        }
    }

    @Override
    public List<Reason> convertToEntityAttribute(String stored) {
        try {
            return stored == null ? null : JSON.readValue(stored, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored reasons are not readable", e);
        }
    }
}
