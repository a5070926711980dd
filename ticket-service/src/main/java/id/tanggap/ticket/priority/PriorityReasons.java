package id.tanggap.ticket.priority;

import id.tanggap.ticket.priority.policy.PriorityReason;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps why a ticket has its priority as codes with commas between them; null of a ticket that is older than such reasons. */
@Converter
public class PriorityReasons implements AttributeConverter<List<PriorityReason>, String> {

    @Override
    public String convertToDatabaseColumn(List<PriorityReason> reasons) {
        return reasons == null ? null : reasons.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    /** Another version of this service may have written more than this one knows. */
    @Override
    public List<PriorityReason> convertToEntityAttribute(String stored) {
        return stored == null
                ? null
                : Arrays.stream(PriorityReason.values())
                        .filter(reason -> List.of(stored.split(",")).contains(reason.name()))
                        .toList();
    }
}
