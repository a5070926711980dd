package id.tanggap.lab.statistics;

import java.time.Duration;
import java.util.Optional;

/**
 * An answered call and the moment at which it was first put in the lowest band.
 *
 * @param hoax whether it truly was one; a trial or a question is not
 * @param genuine whether somebody needed help
 * @param talk from the answer to the end, what it cost an operator
 * @param lowest since the answer, empty where it never was in the lowest band
 */
public record AdvisedCall(boolean hoax, boolean genuine, Duration talk, Optional<Duration> lowest) {}
