package id.tanggap.lab.statistics;

import java.time.Duration;

/**
 * An answered call and what became of it under advice.
 *
 * @param hoax whether it truly was one; a trial or a question is not
 * @param genuine whether somebody needed help
 * @param talk from the answer to the end, what it costs an operator without advice
 * @param free part of that during which the advice leaves the operator free
 * @param lowest whether it was in the lowest band at any moment
 */
public record AdvisedCall(boolean hoax, boolean genuine, Duration talk, Duration free, boolean lowest) {}
