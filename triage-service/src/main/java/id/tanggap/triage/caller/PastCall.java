package id.tanggap.triage.caller;

import id.tanggap.triage.policy.Disposition;
import java.time.Instant;

/** What an operator once said of a call of the same caller. */
public record PastCall(Disposition disposition, Instant at) {}
