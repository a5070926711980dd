package id.tanggap.notification.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.subscription.Route;
import id.tanggap.notification.subscription.Terms;
import id.tanggap.notification.subscription.policy.QuietHours;
import id.tanggap.notification.subscription.policy.TicketChange;
import id.tanggap.notification.subscription.policy.Wishes;
import id.tanggap.notification.wording.policy.Language;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.text.Storable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A wish to be told of tickets, whole: what is left out restricts nothing.
 *
 * @param url of a webhook: the only channel, or the web address of the one among {@code channels}
 * @param channels in the order in which they are tried, at most one of them a webhook; none: the {@code url} alone
 * @param changes kinds of change; none: all
 * @param minimumPriority 0..10; a ticket that was told once is told further even below it
 */
public record SubscriptionRequest(
        Optional<@Size(max = 2048) @Storable String> url,
        Optional<@Size(min = 1, max = 5) List<@NotNull @Valid ChannelText>> channels,
        Optional<@Size(max = 200) @Storable String> description,
        Optional<@Size(max = 50) Set<@NotNull String>> changes,
        Optional<@Min(0) @Max(10) Integer> minimumPriority,
        Optional<@Valid Quiet> quietHours) {

    /** Hours of each day, in western Indonesian time, in which what is below priority 8 waits. */
    public record Quiet(
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime from,
            @NotNull @JsonFormat(pattern = "HH:mm") LocalTime to) {}

    public SubscriptionRequest {
        url = url == null ? Optional.empty() : url.filter(address -> !address.isBlank());
        channels = channels == null ? Optional.empty() : channels;
        description = description == null ? Optional.empty() : description;
        changes = changes == null ? Optional.empty() : changes;
        minimumPriority = minimumPriority == null ? Optional.empty() : minimumPriority;
        quietHours = quietHours == null ? Optional.empty() : quietHours;
    }

    /** What this asks for; a validation problem if that makes no sense. */
    Terms terms() {
        return new Terms(
                routes(),
                description,
                new Wishes(
                        changes.orElse(Set.of()).stream()
                                .map(SubscriptionRequest::change)
                                .collect(Collectors.toSet()),
                        minimumPriority.orElse(0),
                        quietHours.map(SubscriptionRequest::quiet)));
    }

    private List<Route> routes() {
        List<Route> routes = channels.map(
                        named -> named.stream().map(ChannelText::route).toList())
                .orElseGet(() -> List.of(new Route(
                        ChannelKind.WEBHOOK,
                        url.orElseThrow(() -> Problem.invalid("url", "must be there, or channels instead")),
                        Language.ID)));
        List<String> webhooks = routes.stream()
                .filter(route -> route.kind() == ChannelKind.WEBHOOK)
                .map(Route::address)
                .toList();
        if (webhooks.size() > 1) {
            throw Problem.invalid("channels", "must name at most one webhook");
        }
        if (url.isPresent() && !webhooks.equals(List.of(url.get()))) {
            throw Problem.invalid("url", "must be left out, or be the address of the webhook among channels");
        }
        if (new HashSet<>(routes).size() < routes.size()) {
            throw Problem.invalid("channels", "must name none twice");
        }
        return routes;
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

    /** Prints no address. */
    @Override
    public String toString() {
        return "SubscriptionRequest[]";
    }

    private static QuietHours quiet(Quiet asked) {
        try {
            return new QuietHours(asked.from(), asked.to());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("quietHours", e.getMessage());
        }
    }
}
