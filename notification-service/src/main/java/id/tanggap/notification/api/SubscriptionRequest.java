package id.tanggap.notification.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import id.tanggap.notification.subscription.Terms;
import id.tanggap.notification.subscription.policy.QuietHours;
import id.tanggap.notification.subscription.policy.TicketChange;
import id.tanggap.notification.subscription.policy.Wishes;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.text.Storable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A wish to have tickets sent to {@code url}, whole: what is left out restricts nothing.
 *
 * @param changes kinds of change; none: all
 * @param minimumPriority 0..10; a ticket that was told once is told further even below it
 */
public record SubscriptionRequest(
        @NotBlank @Size(max = 2048) @Storable String url,
        Optional<@Size(max = 200) @Storable String> description,
        Optional<@Size(max = 50) Set<@NotNull String>> changes,
        Optional<@Min(0) @Max(10) Integer> minimumPriority,
        Optional<@Valid Quiet> quietHours) {

    /** Hours of each day, in western Indonesian time, in which what is below priority 8 waits. */
    public record Quiet(
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime from,
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime to) {}

    public SubscriptionRequest {
        description = description == null ? Optional.empty() : description;
        changes = changes == null ? Optional.empty() : changes;
        minimumPriority = minimumPriority == null ? Optional.empty() : minimumPriority;
        quietHours = quietHours == null ? Optional.empty() : quietHours;
    }

    /** What this asks for; a validation problem if that makes no sense. */
    Terms terms() {
        return new Terms(
                url,
                description,
                new Wishes(
                        changes.orElse(Set.of()).stream()
                                .map(SubscriptionRequest::change)
                                .collect(Collectors.toSet()),
                        minimumPriority.orElse(0),
                        quietHours.map(SubscriptionRequest::quiet)));
    }

    /** A name that nobody knows would be a subscription that stays silent. */
    private static TicketChange change(String name) {
        return TicketChange.of(name)
                .orElseThrow(() -> Problem.invalid(
                        "changes",
                        "must be of "
                                + Arrays.stream(TicketChange.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static QuietHours quiet(Quiet asked) {
        try {
            return new QuietHours(asked.from(), asked.to());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("quietHours", e.getMessage());
        }
    }
}
