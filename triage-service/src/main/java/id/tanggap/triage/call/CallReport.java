package id.tanggap.triage.call;

import id.tanggap.triage.place.Position;
import id.tanggap.triage.policy.Indicator;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What triage takes from an operator's report: not its text.
 *
 * @param indicators dangers that category and text speak of
 * @param position where help is needed, as given or by the place's name
 */
public record CallReport(
        String callId,
        Optional<String> callerRef,
        boolean lifeThreat,
        Optional<Instant> callStartedAt,
        Optional<String> category,
        Set<Indicator> indicators,
        Optional<Position> position) {}
