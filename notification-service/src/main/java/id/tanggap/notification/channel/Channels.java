package id.tanggap.notification.channel;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The channels that this installation offers. */
@ApplicationScoped
public class Channels {

    private final Map<ChannelKind, Channel> offered = new EnumMap<>(ChannelKind.class);

    public Channels(@All List<Channel> channels) {
        channels.stream().filter(Channel::offered).forEach(channel -> offered.put(channel.kind(), channel));
    }

    /** The channel, if it is offered. */
    public Optional<Channel> of(ChannelKind kind) {
        return Optional.ofNullable(offered.get(kind));
    }

    /** All that are. */
    public Set<ChannelKind> offered() {
        return Set.copyOf(offered.keySet());
    }
}
