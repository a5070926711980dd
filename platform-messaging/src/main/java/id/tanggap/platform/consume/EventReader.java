package id.tanggap.platform.consume;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.json.JsonFault;
import io.cloudevents.CloudEvent;
import io.cloudevents.rw.CloudEventRWException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Turns Kafka records into typed, valid events, or says why it cannot. */
@ApplicationScoped
public class EventReader {

    private final ObjectMapper json;
    private final Validator validator;

    EventReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * The CloudEvent of this record, its JSON data read and validated as {@code type}.
     *
     * @throws PoisonEventException if a header is missing, the data is not such JSON or breaks a constraint
     */
    public <T> ReceivedEvent<T> event(ConsumerRecord<String, byte[]> record, Class<T> type) {
        ReceivedEvent<byte[]> raw = bytes(record);
        return new ReceivedEvent<>(
                raw.id(), raw.topic(), raw.key(), raw.subject(), raw.sequence(), raw.time(), data(raw.data(), type));
    }

    /**
     * The CloudEvent of this record with its data as it is, which may be empty.
     *
     * @throws PoisonEventException if it is no CloudEvent or has no subject
     */
    public ReceivedEvent<byte[]> bytes(ConsumerRecord<String, byte[]> record) {
        CloudEvent event = cloudEvent(record);
        if (event.getSubject() == null || event.getSubject().isBlank()) {
            throw new PoisonEventException("header ce_subject is missing");
        }
        return new ReceivedEvent<>(
                event.getId(),
                record.topic(),
                record.key() == null ? event.getSubject() : record.key(),
                event.getSubject(),
                sequence(event),
                event.getTime() == null
                        ? Instant.ofEpochMilli(record.timestamp())
                        : event.getTime().toInstant(),
                record.value() == null ? new byte[0] : record.value());
    }

    /**
     * JSON data read and validated as {@code type}, for records without CloudEvents headers.
     *
     * @throws PoisonEventException if it is not such JSON or breaks a constraint
     */
    public <T> T data(byte[] value, Class<T> type) {
        if (value == null || value.length == 0) {
            throw new PoisonEventException("the record has no value");
        }
        T data;
        try {
            data = json.readValue(value, type);
        } catch (JsonProcessingException e) {
            JsonFault fault = JsonFault.of(e);
            throw new PoisonEventException("not a readable " + type.getSimpleName() + ": "
                    + (fault.path().isEmpty() ? "the value" : fault.path()) + " " + fault.detail());
        } catch (IOException e) {
            throw new PoisonEventException("not a readable " + type.getSimpleName() + ": it is not UTF-8");
        }
        if (data == null) {
            throw new PoisonEventException("the value is null");
        }
        Set<ConstraintViolation<T>> faults = validator.validate(data);
        if (!faults.isEmpty()) {
            throw new PoisonEventException(faults.stream()
                    .map(fault -> fault.getPropertyPath() + " " + fault.getMessage())
                    .sorted(Comparator.naturalOrder())
                    .collect(Collectors.joining("; ")));
        }
        return data;
    }

    private static CloudEvent cloudEvent(ConsumerRecord<String, byte[]> record) {
        try {
            return CloudEventCodec.read(record);
        } catch (RuntimeException e) {
            // Its message quotes the header at fault.
            throw new PoisonEventException("not a CloudEvent: "
                    + (e instanceof CloudEventRWException fault
                            ? fault.getKind().name()
                            : e.getClass().getSimpleName()));
        }
    }

    private static OptionalLong sequence(CloudEvent event) {
        Object value = event.getExtension(CloudEventCodec.SEQUENCE);
        if (value == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(value.toString()));
        } catch (NumberFormatException e) {
            throw new PoisonEventException("header ce_sequence is not a number");
        }
    }
}
