package id.tanggap.triage.learning.trial;

import id.tanggap.triage.learning.train.Label;

/**
 * A call at one moment as champion and challenger scored it live, each under the same rules, and what it turned out to be.
 *
 * @param champion likelihood of a hoax
 * @param challenger likelihood of a hoax
 */
public record Scored(String callId, Label label, double champion, double challenger) {}
