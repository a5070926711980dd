package id.tanggap.ticket.ticket;

import java.util.List;
import java.util.Optional;

/** How likely the call is a hoax, and why, for those who work on the ticket. */
public record AssessmentView(double hoaxLikelihood, String band, Optional<List<ReasonView>> reasons) {

    /** A reason in words. */
    public record ReasonView(String code, String textId, String textEn) {}

    /** With its reasons; empty while triage has said nothing. */
    public static Optional<AssessmentView> withReasons(Ticket ticket) {
        return of(ticket, Optional.ofNullable(ticket.reasons).map(reasons -> reasons.stream()
                .map(r -> new ReasonView(r.code(), r.textId(), r.textEn()))
                .toList()));
    }

    /** Score and band alone. */
    static Optional<AssessmentView> score(Ticket ticket) {
        return of(ticket, Optional.empty());
    }

    private static Optional<AssessmentView> of(Ticket ticket, Optional<List<ReasonView>> reasons) {
        return Optional.ofNullable(ticket.hoaxLikelihood)
                .map(likelihood -> new AssessmentView(likelihood, ticket.band, reasons));
    }
}
