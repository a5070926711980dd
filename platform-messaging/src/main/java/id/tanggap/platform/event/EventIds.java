package id.tanggap.platform.event;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Identifiers of events: time-ordered for new facts, name-based where a repeat must be recognised. */
public final class EventIds {

    private static final UUID NAMESPACE = UUID.fromString("5f0c6d1e-112a-5c7e-9b1d-6a9d1f3c2b10");

    private EventIds() {}

    /** A new UUIDv7 (RFC 9562, 5.7): unique and ordered by time of creation. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** A new UUIDv7 of this instant, to the millisecond; those of one millisecond come in no order. */
    public static UUID at(Instant instant) {
        return UuidCreator.getTimeOrderedEpoch(instant);
    }

    /** The least UUIDv7 of this instant: all of before are less, as their bytes are compared. */
    public static UUID firstOf(Instant instant) {
        return UuidCreator.getTimeOrderedEpochMin(instant);
    }

    /** The UUIDv5 (RFC 9562, 5.5) of these parts: the same parts give the same id on every machine. */
    public static UUID named(String... parts) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, String.join("\u0000", parts));
    }
}
