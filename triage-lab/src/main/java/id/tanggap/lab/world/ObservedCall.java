package id.tanggap.lab.world;

import id.tanggap.lab.world.sound.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that a call centre can know of a call, each thing with the instant from which it can be known.
 *
 * @param caller stands for the number, the same for every call of a handset; empty without SIM or number
 * @param answeredAt empty where the caller hung up or nobody was there
 * @param place where the network or the caller says it is
 * @param track what is heard from the answer on; empty without an answer
 * @param disposition empty where the operator set none
 * @param outcome of the agencies that were sent, if any were
 */
public record ObservedCall(
        String callId,
        LineIdentity identity,
        Optional<String> caller,
        Instant startedAt,
        Optional<Instant> answeredAt,
        Instant endedAt,
        Place place,
        Track track,
        Optional<Report> report,
        Optional<Said<Disposition>> disposition,
        Optional<Said<Outcome>> outcome) {

    /** Something and the instant from which it was known. */
    public record Said<T>(T what, Instant at) {}

    public boolean abandoned() {
        return answeredAt.isEmpty();
    }

    /** From the answer to the end: what it cost an operator; zero without an answer. */
    public Duration talk() {
        return answeredAt.map(from -> Duration.between(from, endedAt)).orElse(Duration.ZERO);
    }
}
