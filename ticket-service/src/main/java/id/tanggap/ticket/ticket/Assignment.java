package id.tanggap.ticket.ticket;

import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Conclusion;
import id.tanggap.ticket.assignment.policy.Finding;
import id.tanggap.ticket.assignment.policy.Progress;
import id.tanggap.ticket.assignment.policy.ReferralPolicy;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.clock.policy.ClockPolicy;
import id.tanggap.ticket.clock.policy.Step;
import id.tanggap.ticket.incident.policy.IncidentPart;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One agency's part in a ticket. */
@Entity
public class Assignment {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    Ticket ticket;

    String agency;

    @Enumerated(EnumType.STRING)
    Role role;

    short position;
    boolean reporterNeeded;

    @Enumerated(EnumType.STRING)
    AssignmentStatus status;

    Instant receivedAt;
    Instant acceptedAt;
    Instant enrouteAt;
    Instant onsceneAt;
    Instant closedAt;
    String outcome;

    @Enumerated(EnumType.STRING)
    Finding finding;

    String referredTo;

    @Embedded
    AssignmentClock clock;

    protected Assignment() {}

    Assignment(UUID id, Ticket ticket, Category.Part part, int position, Instant receivedAt) {
        this.id = id;
        this.ticket = ticket;
        this.agency = part.agency();
        this.role = part.role();
        this.reporterNeeded = part.reporterNeeded();
        this.position = (short) position;
        progressTo(Progress.received(receivedAt));
    }

    /** One that comes with a ticket that is merged: as far as it had come, with a clock that begins now. */
    Assignment(UUID id, Ticket ticket, IncidentPart part, int position, Instant now) {
        this.id = id;
        this.ticket = ticket;
        this.agency = part.agency();
        this.position = (short) position;
        become(part, now);
        clock = AssignmentClock.begun(now);
    }

    IncidentPart incidentPart() {
        return new IncidentPart(agency, role, reporterNeeded, progress());
    }

    final void become(IncidentPart part, Instant now) {
        boolean leadsNow = role == Role.SUPPORT && part.role() == Role.LEAD;
        role = part.role();
        reporterNeeded = part.reporterNeeded();
        progressTo(part.progress());
        if (leadsNow) {
            // It owes more than before, and is not late with it already.
            clock = AssignmentClock.begun(now);
        }
    }

    public UUID id() {
        return id;
    }

    public String agency() {
        return agency;
    }

    public Role role() {
        return role;
    }

    /** Whether this agency must be able to call the reporter back. One that has handed the ticket on need not any more. */
    public boolean reporterNeeded() {
        return reporterNeeded && status != AssignmentStatus.CANCELLED;
    }

    /** How far it has come. */
    public Progress progress() {
        return new Progress(
                status,
                receivedAt,
                Optional.ofNullable(acceptedAt),
                Optional.ofNullable(enrouteAt),
                Optional.ofNullable(onsceneAt),
                Optional.ofNullable(closedAt),
                new Conclusion(
                        Optional.ofNullable(finding), Optional.ofNullable(outcome), Optional.ofNullable(referredTo)));
    }

    ReferralPolicy.Part part() {
        return new ReferralPolicy.Part(agency, role, reporterNeeded, status, Optional.ofNullable(referredTo));
    }

    /** Another agency has handed its ticket on to this one, which may have had a part before. */
    void takeOver(ReferralPolicy.Referral referral, Instant at) {
        boolean leadsNow = role == Role.SUPPORT && referral.role() == Role.LEAD;
        role = referral.role();
        reporterNeeded = referral.reporterNeeded();
        if (referral.begins()) {
            progressTo(Progress.reopened(at));
        } else if (leadsNow) {
            // It owes more than before, and is not late with it already.
            clock = AssignmentClock.begun(at);
        }
    }

    /** The command centre has called its ticket off. */
    void letOff(Instant at) {
        progressTo(progress().calledOff(at));
    }

    /** Whether it ended so: one that handed the ticket on says to whom. */
    boolean wasLetOff() {
        return status == AssignmentStatus.CANCELLED && referredTo == null;
    }

    /** The ticket was called off by mistake. */
    void callAgain(Instant at) {
        progressTo(Progress.reopened(at));
    }

    /** Its clock; one of a part that was done before there were clocks never ran. */
    AssignmentClock clock() {
        return clock == null ? AssignmentClock.begun(receivedAt) : clock;
    }

    void wind(Optional<ClockPolicy.Due> next) {
        clock = clock().wound(status, next);
    }

    void miss(ClockPolicy.Due due) {
        clock = clock().missed(due);
    }

    /** The command centre was called for what this agency missed. */
    void calledFor(String other, Step missed) {
        clock = clock().because(other, missed);
    }

    final void progressTo(Progress progress) {
        if (!progress.receivedAt().equals(receivedAt)) {
            clock = AssignmentClock.begun(progress.receivedAt());
        }
        status = progress.status();
        receivedAt = progress.receivedAt();
        acceptedAt = progress.acceptedAt().orElse(null);
        enrouteAt = progress.enrouteAt().orElse(null);
        onsceneAt = progress.onsceneAt().orElse(null);
        closedAt = progress.closedAt().orElse(null);
        outcome = progress.conclusion().outcome().orElse(null);
        finding = progress.conclusion().finding().orElse(null);
        referredTo = progress.conclusion().referredTo().orElse(null);
    }
}
