package id.tanggap.notification.roster;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** By what officers can be reached in this installation. */
@ApplicationScoped
public class Reach {

    private final Channels channels;

    Reach(Channels channels) {
        this.channels = channels;
    }

    /**
     * One way to reach an officer.
     *
     * @param address in the channel's own form
     */
    public record Way(ChannelKind channel, String address) {

        @Override
        public String toString() {
            return "Way[channel=" + channel + "]";
        }
    }

    /** Those of these kinds for which there is a channel. */
    public List<Person.Kind> offered(List<Person.Kind> kinds) {
        return kinds.stream()
                .filter(kind -> channels.of(channel(kind)).isPresent())
                .toList();
    }

    /** Of these kinds, each address once, in the order in which the officer is to be tried. */
    public Stream<Way> ways(Person person, List<Person.Kind> kinds) {
        List<Person.Kind> offered = offered(kinds);
        return person.contacts().stream()
                .filter(contact -> offered.contains(contact.kind()) && isUsable(contact))
                .distinct()
                .map(contact -> new Way(channel(contact.kind()), contact.address()));
    }

    /** A roster takes more for a mailbox than can be sent to. */
    private boolean isUsable(Person.Contact contact) {
        try {
            channels.of(channel(contact.kind())).orElseThrow().check(contact.address());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ChannelKind channel(Person.Kind kind) {
        return switch (kind) {
            case WHATSAPP -> ChannelKind.WHATSAPP;
            case SMS -> ChannelKind.SMS;
            case VOICE -> ChannelKind.VOICE;
            case EMAIL -> ChannelKind.EMAIL;
        };
    }
}
