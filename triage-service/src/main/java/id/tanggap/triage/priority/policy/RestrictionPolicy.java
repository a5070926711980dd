package id.tanggap.triage.priority.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may have a caller answered after others, and for how long: a day by one person, up to seven by two different ones, and
 * never without a person. It delays nobody for whom an operator is free, and ends by itself.
 *
 * <p>A day is what Purworejo blocks a silent number for; here the caller is still answered. Seven days: Judgement.
 */
public final class RestrictionPolicy {

    public static final Duration ONE_PERSON = Duration.ofHours(24);
    public static final Duration LONGEST = Duration.ofDays(7);

    /** How long a proposal or a second person is waited for: what the caller did is past then. Judgement. */
    public static final Duration PATIENCE = Duration.ofHours(24);

    /** A pause shorter than this joins two restrictions to one: else a person could go on alone day by day. Judgement. */
    public static final Duration PAUSE = Duration.ofHours(24);

    private RestrictionPolicy() {}

    /** A proposal of triage; it has no effect until a person confirms it. */
    public static Restriction propose(Duration length, Instant now) {
        Duration atMost = length.compareTo(ONE_PERSON) > 0 ? ONE_PERSON : length;
        return asked(atMost, now).with(State.PROPOSED);
    }

    /** A person asks for it; {@code chain} is since when the caller has been answered later without a pause. */
    public static Ruling create(Duration length, String by, Optional<Instant> chain, Instant now) {
        return stand(asked(length, now), by, chain.orElse(now), now);
    }

    /** A person confirms it, as the first one or as the second. */
    public static Ruling confirm(Restriction asked, String by, Optional<Instant> chain, Instant now) {
        return switch (asked.state()) {
            case PROPOSED -> stand(asked, by, chain.orElse(now), now);
            case AWAITING_SECOND -> second(asked, by, chain.orElse(now), now);
            case ACTIVE ->
                asked.second().or(asked::first).filter(by::equals).isPresent()
                        ? new Ruling.Already()
                        : new Ruling.Refused("It is in force already.");
            case REJECTED, ENDED, EXPIRED -> new Ruling.Refused("It is over: to extend it is a new decision.");
        };
    }

    /** A person rejects it. */
    public static Ruling reject(Restriction asked) {
        return switch (asked.state()) {
            case PROPOSED, AWAITING_SECOND -> new Ruling.Granted(asked.with(State.REJECTED));
            case REJECTED -> new Ruling.Already();
            case ACTIVE -> new Ruling.Refused("It is in force: end it.");
            case ENDED, EXPIRED -> new Ruling.Refused("It is over.");
        };
    }

    /** It ends before its time. */
    public static Ruling end(Restriction restriction, EndCause why) {
        return switch (restriction.state()) {
            case ACTIVE -> new Ruling.Granted(restriction.endedBy(why));
            case PROPOSED, AWAITING_SECOND ->
                why == EndCause.PERSON
                        ? new Ruling.Refused("It is not in force: reject it.")
                        : new Ruling.Granted(restriction.endedBy(why));
            case ENDED -> new Ruling.Already();
            case REJECTED, EXPIRED -> new Ruling.Refused("It is over.");
        };
    }

    /** Its time may be over. */
    public static Optional<Restriction> expire(Restriction restriction, Instant now) {
        boolean lives =
                restriction.state() == State.ACTIVE || restriction.state().isPending();
        return Optional.of(restriction.with(State.EXPIRED)).filter(over -> lives && !now.isBefore(restriction.until()));
    }

    private static Restriction asked(Duration length, Instant now) {
        return new Restriction(
                State.PROPOSED,
                length,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now.plus(PATIENCE),
                Optional.empty());
    }

    private static Ruling stand(Restriction asked, String by, Instant chain, Instant now) {
        Duration whole = Duration.between(chain, now.plus(asked.length()));
        if (whole.compareTo(LONGEST) > 0) {
            return tooLong();
        }
        return new Ruling.Granted(
                whole.compareTo(ONE_PERSON) > 0
                        ? asked.waiting(by, chain, now.plus(PATIENCE))
                        : asked.active(by, Optional.empty(), chain, now));
    }

    private static Ruling second(Restriction asked, String by, Instant chain, Instant now) {
        String first = asked.first().orElseThrow();
        if (first.equals(by)) {
            return new Ruling.Refused("More than 24 hours need a second person.");
        }
        return Duration.between(chain, now.plus(asked.length())).compareTo(LONGEST) > 0
                ? tooLong()
                : new Ruling.Granted(asked.active(first, Optional.of(by), chain, now));
    }

    private static Ruling tooLong() {
        return new Ruling.Refused("No caller is answered later for more than 7 days without a day's pause.");
    }
}
