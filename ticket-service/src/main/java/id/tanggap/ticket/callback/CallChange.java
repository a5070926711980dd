package id.tanggap.ticket.callback;

import id.tanggap.ticket.callback.policy.CallFacts;
import java.util.Optional;

/**
 * The latest state of a call, as far as it matters here.
 *
 * @param callerRef keyed hash of the caller's number, empty for a caller without one
 * @param traceable whether anything leads to the caller: a number, even one that only a person can read, or a place
 */
public record CallChange(
        String callId,
        Optional<String> callerRef,
        boolean traceable,
        Optional<CallFacts.Ending> ending,
        Optional<CallFacts.Disposition> disposition) {}
