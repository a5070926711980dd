package id.tanggap.notification.ladder;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.DirectDeliveries;
import id.tanggap.notification.delivery.Recipient;
import id.tanggap.notification.ladder.policy.Rung;
import id.tanggap.notification.roster.Person;
import id.tanggap.notification.roster.Reach;
import id.tanggap.notification.roster.Roster;
import id.tanggap.notification.subscription.policy.Urgency;
import id.tanggap.notification.wording.policy.Language;
import id.tanggap.platform.event.EventIds;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells those whom a rung is for, each over what they can be reached by. */
@ApplicationScoped
class RungTeller {

    private final Roster roster;
    private final Reach reach;
    private final DirectDeliveries deliveries;

    RungTeller(Roster roster, Reach reach, DirectDeliveries deliveries) {
        this.roster = roster;
        this.reach = reach;
        this.deliveries = deliveries;
    }

    /**
     * What a rung came to.
     *
     * @param messages made
     * @param reason why there are none
     */
    record Told(int messages, Optional<String> reason) {}

    private record Message(ChannelKind channel, Recipient to) {}

    /** Makes the rung's messages in the session's transaction. */
    Uni<Told> tell(Mutiny.Session session, Ladder ladder, Rung rung, LadderStore.Latest latest, Instant now) {
        String whose = rung == Rung.COMMAND_CENTRE ? CommandCentreAlarm.COMMAND_CENTRE : ladder.agency();
        return roster.onDuty(session, whose, now).chain(onDuty -> {
            List<Person.Kind> kinds = kinds(rung);
            List<Message> messages = onDuty.stream()
                    .limit(rung == Rung.DUTY_OFFICER ? 1 : onDuty.size())
                    .flatMap(duty -> messages(duty.member().person(), kinds))
                    .toList();
            if (messages.isEmpty()) {
                return Uni.createFrom().item(new Told(0, Optional.of(reason(onDuty, reach.offered(kinds)))));
            }
            var news = new DirectDeliveries.News(
                    ladder.agency(),
                    latest.position(),
                    ladder.ticketId(),
                    latest.ticketSequence(),
                    Math.max(ladder.priority(), Urgency.FROM),
                    Optional.empty());
            return Multi.createFrom()
                    .iterable(messages)
                    .onItem()
                    .transformToUniAndConcatenate(message -> deliveries
                            .add(
                                    session,
                                    EventIds.next(),
                                    news,
                                    message.channel(),
                                    message.to(),
                                    Optional.of(new DirectDeliveries.Step(ladder.id(), rung.name())))
                            .replaceWith(message))
                    .collect()
                    .asList()
                    .map(made -> new Told(made.size(), Optional.empty()));
        });
    }

    private static List<Person.Kind> kinds(Rung rung) {
        return switch (rung) {
            case WHATSAPP -> List.of(Person.Kind.WHATSAPP);
            case SMS -> List.of(Person.Kind.SMS);
            case VOICE -> List.of(Person.Kind.VOICE);
            case DUTY_OFFICER, COMMAND_CENTRE -> List.of(Person.Kind.values());
        };
    }

    private Stream<Message> messages(Person person, List<Person.Kind> kinds) {
        return reach.ways(person, kinds)
                .map(way -> new Message(way.channel(), new Recipient(person.name(), way.address(), Language.ID)));
    }

    private static String reason(List<Roster.OnDuty> onDuty, List<Person.Kind> offered) {
        if (offered.isEmpty()) {
            return "CHANNEL_NOT_OFFERED";
        }
        return onDuty.isEmpty() ? "NOBODY_ON_DUTY" : "NO_SUCH_CONTACT";
    }
}
