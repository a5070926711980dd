package id.tanggap.triage.silent.policy;

import java.time.Duration;

/**
 * What is known of a call at one moment, as far as the procedure cares.
 *
 * @param answered whether an operator picked up
 * @param over whether the line has ended
 * @param reachable whether there is a number to ring back
 * @param silence time listened to since the answer without speech; sound that never came is not in it
 * @param told what gateway and people told of the procedure itself
 */
public record Facts(
        boolean answered, boolean over, boolean reachable, Duration silence, Signals signals, Word word, Told told) {}
