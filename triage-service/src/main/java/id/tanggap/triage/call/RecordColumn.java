package id.tanggap.triage.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.triage.policy.CallerRecord;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a caller's record in one column as JSON: it is read and written as a whole, and nobody searches in it. */
@Converter
public class RecordColumn implements AttributeConverter<CallerRecord, String> {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public String convertToDatabaseColumn(CallerRecord record) {
        try {
            return record == null ? null : JSON.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a caller's record cannot be written", e);
        }
    }

    @Override
    public CallerRecord convertToEntityAttribute(String column) {
        try {
            return column == null ? null : JSON.readValue(column, CallerRecord.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored record of a caller is not readable", e);
        }
    }
}
