package id.tanggap.intake.caller;

import java.util.Optional;

/**
 * Who calls.
 *
 * @param number E.164 of a subscriber, the digits of a short code, or what the gateway sent; empty if withheld
 */
public record Caller(CallerKind kind, Optional<String> number) {

    /** Leaves the number out: it belongs in no log. */
    @Override
    public String toString() {
        return "Caller[" + kind + "]";
    }
}
