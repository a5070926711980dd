package id.tanggap.notification.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.wording.policy.Language;
import id.tanggap.platform.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Keeps people's addresses so that nobody reads them in the database. A web address is no secret and stays in its own column. */
@ApplicationScoped
public class SealedRoutes {

    private static final TypeReference<List<Kept>> KEPT = new TypeReference<>() {};

    private final Seal seal;
    private final ObjectMapper json;

    SealedRoutes(Seal seal, ObjectMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** @param address absent of a webhook */
    private record Kept(Optional<String> address, Language language) {

        private Kept {
            address = address == null ? Optional.empty() : address;
        }

        @Override
        public String toString() {
            return "Kept[]";
        }
    }

    /** All but the kinds and the web address. */
    String seal(List<Route> routes) {
        try {
            return seal.seal(json.writeValueAsString(routes.stream()
                    .map(route -> new Kept(
                            Optional.of(route.address()).filter(address -> route.kind() != ChannelKind.WEBHOOK),
                            route.language()))
                    .toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("routes are plain JSON", e);
        }
    }

    /**
     * The routes in their order.
     *
     * @param sealed null of a subscription that has a web address only
     */
    public List<Route> open(List<ChannelKind> kinds, String url, String sealed) {
        if (sealed == null) {
            return List.of(new Route(ChannelKind.WEBHOOK, url, Language.ID));
        }
        List<Kept> kept = read(sealed);
        return IntStream.range(0, kinds.size())
                .mapToObj(place -> new Route(
                        kinds.get(place),
                        kept.get(place).address().orElse(url),
                        kept.get(place).language()))
                .toList();
    }

    private List<Kept> read(String sealed) {
        try {
            return json.readValue(seal.open(sealed), KEPT);
        } catch (JsonProcessingException e) {
            // Without the cause, which quotes what it could not read.
            throw new IllegalStateException("a subscription's channels are not as they were sealed");
        }
    }
}
