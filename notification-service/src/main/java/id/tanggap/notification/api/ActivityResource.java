package id.tanggap.notification.api;

import id.tanggap.notification.delivery.DeliveryActivity;
import id.tanggap.notification.delivery.DeliveryActivity.Activity;
import id.tanggap.notification.delivery.DeliveryLog;
import id.tanggap.notification.health.Healths;
import id.tanggap.notification.health.SubscriptionHealth;
import id.tanggap.notification.subscription.Subscriptions;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether a subscription's receiver takes what it is sent: for its agency, and for operations without what it answered. */
@Path("/api/v1/subscriptions/{id}/activity")
@RolesAllowed({Caller.AGENCY, Caller.OPERATIONS})
public class ActivityResource {

    private static final int LAST = 20;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Transactions transactions;
    private final Healths healths;
    private final DeliveryActivity activity;
    private final DeliveryLog log;
    private final DeliveryViews views;
    private final Caller caller;

    ActivityResource(
            Transactions transactions,
            Healths healths,
            DeliveryActivity activity,
            DeliveryLog log,
            DeliveryViews views,
            Caller caller) {
        this.transactions = transactions;
        this.healths = healths;
        this.activity = activity;
        this.log = log;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "State, success, latency, next attempt, last answer and last deliveries",
            description = "Counted are deliveries that were tried in the window, such as PT24H, up to 30 days.")
    public Uni<ActivityView> get(UUID id, @QueryParam("window") @DefaultValue("PT24H") String window) {
        Duration asked = window(window);
        return transactions
                .read(session -> healths.of(session, id))
                .map(kept -> kept.filter(this::mayBeSeen).orElseThrow(Subscriptions::unknown))
                .chain(kept -> activity.of(id, asked).chain(reckoned -> view(kept, asked, reckoned)));
    }

    private boolean mayBeSeen(SubscriptionHealth kept) {
        return caller.isOperations() || kept.agency().equals(caller.agency());
    }

    private Uni<ActivityView> view(SubscriptionHealth kept, Duration window, Activity reckoned) {
        var criteria = new DeliveryLog.Criteria(
                Optional.of(kept.agency()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(kept.subscriptionId()),
                Optional.empty());
        return log.lastAttempted(kept.subscriptionId()).chain(attempted -> log.list(criteria, LAST)
                .map(last -> ActivityView.of(
                        kept,
                        window,
                        reckoned,
                        attempted.map(views::of),
                        last.stream().map(views::of).toList())));
    }

    private static Duration window(String text) {
        try {
            Duration window = Duration.parse(text);
            if (window.isPositive() && window.compareTo(LONGEST) <= 0) {
                return window;
            }
        } catch (DateTimeParseException e) {
            // Answered below, together with those out of range.
        }
        throw Problem.invalid("window", "must be a duration such as PT24H, at most " + LONGEST.toDays() + " days");
    }
}
