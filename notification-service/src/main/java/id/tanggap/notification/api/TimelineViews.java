package id.tanggap.notification.api;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.Delivery;
import id.tanggap.notification.delivery.DirectDeliveries;
import id.tanggap.notification.delivery.Recipients;
import id.tanggap.notification.ladder.Ladder;
import id.tanggap.notification.ladder.LadderLog;
import id.tanggap.notification.ladder.policy.Rung;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows a ticket's timeline to whoever asks: the command centre's officers by name only to itself. */
@RequestScoped
class TimelineViews {

    private final Recipients recipients;
    private final Caller caller;

    TimelineViews(Recipients recipients, Caller caller) {
        this.recipients = recipients;
        this.caller = caller;
    }

    TimelineView of(String ticketId, List<Delivery> told, List<LadderLog.Climbed> climbed) {
        return new TimelineView(
                ticketId,
                told.stream().map(this::told).toList(),
                climbed.stream().map(TimelineViews::ladder).toList());
    }

    private TimelineView.ToldView told(Delivery delivery) {
        return new TimelineView.ToldView(
                delivery.id(),
                delivery.agency(),
                to(delivery),
                delivery.channel(),
                delivery.status(),
                delivery.createdAt(),
                delivery.attemptedAt(),
                delivery.finishedAt(),
                delivery.attempts(),
                delivery.reason(),
                delivery.receipt(),
                delivery.receiptAt(),
                delivery.step().map(DirectDeliveries.Step::rung));
    }

    private String to(Delivery delivery) {
        boolean commandCentre = delivery.step()
                .filter(step -> step.rung().equals(Rung.COMMAND_CENTRE.name()))
                .isPresent();
        if (commandCentre && !caller.isCommandCentre()) {
            return "command centre";
        }
        return recipients
                .nameOf(delivery)
                .orElse(delivery.channel() == ChannelKind.WEBHOOK ? "webhook" : "subscription");
    }

    private static TimelineView.LadderView ladder(LadderLog.Climbed climbed) {
        Ladder ladder = climbed.ladder();
        return new TimelineView.LadderView(
                ladder.id(),
                ladder.agency(),
                ladder.clockFrom(),
                ladder.beganAt(),
                ladder.stoppedAt(),
                ladder.stoppedBy(),
                Stream.of(Rung.values())
                        .flatMap(rung -> rung(climbed, rung).stream())
                        .toList());
    }

    private static Optional<TimelineView.RungView> rung(LadderLog.Climbed climbed, Rung rung) {
        Ladder ladder = climbed.ladder();
        Optional<TimelineView.RungView> done = climbed.rungs().stream()
                .filter(one -> one.rung().equals(rung.name()))
                .findFirst()
                .map(one -> new TimelineView.RungView(
                        rung,
                        one.told() > 0 ? TimelineView.RungState.TOLD : TimelineView.RungState.SKIPPED,
                        Optional.of(one.doneAt()),
                        one.told(),
                        one.reason()));
        return done.isPresent() || ladder.stoppedAt().isPresent()
                ? done
                : Optional.of(new TimelineView.RungView(
                        rung,
                        TimelineView.RungState.TO_COME,
                        ladder.nextAt().filter(next -> rung.ordinal() == ladder.climbed()),
                        0,
                        Optional.empty()));
    }
}
