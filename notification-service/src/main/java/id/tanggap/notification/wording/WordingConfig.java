package id.tanggap.notification.wording;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** What messages to people have in common. */
@ConfigMapping(prefix = "tanggap.wording")
public interface WordingConfig {

    /** Where a ticket can be seen, up to its number, such as {@code https://112.jepara.go.id/t/}; without it messages bear the number alone. */
    Optional<URI> ticketLink();
}
