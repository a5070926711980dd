package id.tanggap.ticket.ticket;

import id.tanggap.platform.event.EventIds;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.assessment.Assessment;
import id.tanggap.ticket.assessment.Reason;
import id.tanggap.ticket.assessment.Reasons;
import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Progress;
import id.tanggap.ticket.assignment.policy.ReferralPolicy;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.category.policy.Route;
import id.tanggap.ticket.category.policy.RoutingPolicy;
import id.tanggap.ticket.category.policy.ServiceLevel;
import id.tanggap.ticket.identity.SealedReporter;
import id.tanggap.ticket.incident.policy.IncidentPart;
import id.tanggap.ticket.incident.policy.IncidentState;
import id.tanggap.ticket.priority.PriorityReasons;
import id.tanggap.ticket.priority.policy.Priority;
import id.tanggap.ticket.priority.policy.PriorityReason;
import id.tanggap.ticket.priority.policy.QueuePolicy;
import id.tanggap.ticket.priority.policy.Verification;
import id.tanggap.ticket.report.Report;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A report on its way through the agencies. Every change raises the version by one; changed under its row lock only, so
 * that the versions of its events have no gap and no double.
 */
@Entity
public class Ticket {

    @Id
    UUID id;

    String number;
    String reportId;
    String callId;
    String callerRef;
    String category;
    String labelId;
    String labelEn;
    short priority;

    @Convert(converter = PriorityReasons.class)
    List<PriorityReason> priorityReasons;

    boolean lifeThreat;
    boolean emergency;

    /** Place in the line of reports that somebody verifies; null: it is not in it. */
    Instant verifyBy;

    @Enumerated(EnumType.STRING)
    Verification verification;

    @Enumerated(EnumType.STRING)
    TicketStatus status;

    String reportText;
    String reporterSealed;
    String reporterHandover;

    @Embedded
    Location location;

    @Embedded
    TicketPlace place;

    @Embedded
    TicketTargets targets;

    Double hoaxLikelihood;
    String band;

    @Convert(converter = Reasons.class)
    List<Reason> reasons;

    UUID replacedBy;

    @Convert(converter = TicketLinks.class)
    List<TicketLink> links = List.of();

    /** Who told of it independently of each other, with the tickets that were merged into it. */
    short callers = 1;

    long assessmentSequence;
    Instant reportedAt;
    Instant openedAt;
    Instant closedAt;
    /** Whether it came in outside service hours and could wait. */
    boolean afterHours;

    Instant acknowledgedAt;
    String acknowledgedBy;
    long version;

    @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    List<Assignment> assignments = new ArrayList<>();

    protected Ticket() {}

    Ticket(String number, Report report, Route route, SealedReporter reporter, Instant openedAt) {
        this.id = EventIds.at(openedAt);
        this.number = number;
        this.reportId = report.reportId();
        this.callId = report.callId();
        this.callerRef = report.callerRef();
        this.category = route.category();
        this.labelId = route.label().id();
        this.labelEn = route.label().en();
        this.priority = (short) route.priority().level();
        this.priorityReasons = route.priority().reasons();
        this.lifeThreat = report.lifeThreat();
        this.emergency = route.emergency();
        this.status = TicketStatus.OPEN;
        this.reportText = report.text();
        this.reporterSealed = reporter.atRest();
        this.reporterHandover = reporter.handedOver();
        this.location = report.location();
        this.place = TicketPlace.of(route.placement());
        this.targets = TicketTargets.of(route.serviceLevel());
        // As exact as the database keeps it: an agency reads the same wherever it reads.
        this.reportedAt = report.reportedAt().truncatedTo(ChronoUnit.MICROS);
        this.openedAt = openedAt;
        this.version = 1;
        for (Category.Part part : route.parts()) {
            assignments.add(new Assignment(EventIds.next(), this, part, assignments.size(), openedAt));
        }
        lineUp();
    }

    /** The part of this agency, empty if the ticket is not its own. */
    public Optional<Assignment> assignmentOf(String agency) {
        return assignments.stream().filter(a -> a.agency().equals(agency)).findFirst();
    }

    /** Moves an agency's part on; the ticket closes with its last part. */
    public void progress(Assignment assignment, Progress progress, Instant now) {
        assignment.progressTo(progress);
        closeIfDone(now);
        lineUp();
        version++;
    }

    private void closeIfDone(Instant now) {
        if (status == TicketStatus.OPEN && assignments.stream().allMatch(a -> a.status.isDone())) {
            status = TicketStatus.CLOSED;
            closedAt = now;
        }
    }

    /** Sets the priority by a person's word. */
    public void prioritise(Priority set) {
        priority = (short) set.level();
        emergency = set.emergency();
        priorityReasons = set.reasons();
        lineUp();
        version++;
    }

    /** Keeps what a person found on asking whether the report is true. */
    public void verify(Verification found, Instant now) {
        boolean wasHoax = verification == Verification.HOAX;
        verification = found;
        switch (found) {
            case HOAX -> {
                assignments.stream().filter(a -> !a.status.isDone()).forEach(a -> a.letOff(now));
                closeIfDone(now);
            }
            case GENUINE -> {
                if (wasHoax) {
                    assignments.stream().filter(Assignment::wasLetOff).forEach(a -> a.callAgain(now));
                    status = TicketStatus.OPEN;
                    closedAt = null;
                }
            }
            case UNREACHABLE -> {}
        }
        lineUp();
        if (found == Verification.UNREACHABLE && verifyBy != null) {
            verifyBy = QueuePolicy.again(verifyBy, now);
        }
        version++;
    }

    /** Takes its place among those to be verified, or leaves: an agency that has accepted finds out by itself. */
    private void lineUp() {
        boolean waits = status == TicketStatus.OPEN
                && !emergency
                && (verification == null || verification == Verification.UNREACHABLE)
                && assignments.stream().allMatch(a -> a.status.isUntouched() || a.status.isDone());
        if (!waits) {
            verifyBy = null;
            return;
        }
        Instant place = QueuePolicy.place(openedAt, priority, Optional.ofNullable(hoaxLikelihood));
        // Who did not answer is not rung again sooner because triage thinks anew.
        verifyBy = verification == Verification.UNREACHABLE && verifyBy != null && verifyBy.isAfter(place)
                ? verifyBy
                : place;
    }

    /** What a merge would change. */
    IncidentState incident() {
        return new IncidentState(
                assignments.stream().map(Assignment::incidentPart).toList(),
                priority,
                lifeThreat,
                emergency,
                priorityReasons == null ? List.of() : priorityReasons,
                callers);
    }

    /** Takes over what a merge or a split has made of it, whose other side is {@code link}. */
    void become(IncidentState state, TicketLink link, boolean linked, Instant now) {
        for (IncidentPart part : state.parts()) {
            assignmentOf(part.agency())
                    .ifPresentOrElse(
                            own -> own.become(part, now),
                            () -> assignments.add(
                                    new Assignment(EventIds.next(), this, part, assignments.size(), now)));
        }
        priority = (short) state.priority();
        lifeThreat = state.lifeThreat();
        emergency = state.emergency();
        priorityReasons = state.reasons();
        callers = (short) state.callers();
        link(link, linked);
        if (assignments.stream().anyMatch(a -> !a.status.isDone())) {
            status = TicketStatus.OPEN;
            closedAt = null;
        }
        closeIfDone(now);
        lineUp();
        version++;
    }

    /** Ends it: another one stands for it now. */
    void replaceBy(TicketLink parent, Instant now) {
        assignments.stream().filter(a -> !a.status.isDone()).forEach(a -> a.letOff(now));
        replacedBy = parent.ticketId();
        link(parent, true);
        status = TicketStatus.CLOSED;
        closedAt = now;
        lineUp();
        version++;
    }

    /** Stands for itself again, as it was. */
    void standAlone(IncidentState before, TicketLink parent, Instant now) {
        replacedBy = null;
        become(before, parent, false, now);
    }

    /** Adds a link or takes it away; false if it was, or was not, there. */
    boolean link(TicketLink link, boolean linked) {
        List<TicketLink> changed = new ArrayList<>(links);
        boolean other = linked ? !links.contains(link) && changed.add(link) : changed.remove(link);
        links = List.copyOf(changed);
        return other;
    }

    /** Counts a change made by {@link #link} alone, or of what it shows of tickets that were merged into it. */
    void retold() {
        version++;
    }

    /** How another one names it. */
    TicketLink as(TicketLink.Kind kind) {
        return new TicketLink(kind, id, number);
    }

    boolean isReplaced() {
        return replacedBy != null;
    }

    /** Whether others were merged into it. */
    boolean isParent() {
        return links.stream().anyMatch(link -> link.kind() == TicketLink.Kind.CHILD);
    }

    /**
     * Ends an agency's part and gives it to the one that its progress names.
     *
     * @return the parts that are another now, that of the agency first
     */
    public List<Assignment> refer(Assignment from, Progress progress, Instant now) {
        String to = progress.conclusion().referredTo().orElseThrow();
        ReferralPolicy.Referral referral = ReferralPolicy.refer(
                assignments.stream().map(Assignment::part).toList(), from.part(), to, RoutingPolicy.CENTRE);
        from.progressTo(progress);
        // Exactly one leads, and it is not the one that is out of it.
        from.role = Role.SUPPORT;
        List<Assignment> changed = new ArrayList<>(List.of(from, give(to, referral, now)));
        if (referral.centreJoins()) {
            changed.add(give(RoutingPolicy.CENTRE, new ReferralPolicy.Referral(Role.SUPPORT, false, true, false), now));
        }
        lineUp();
        version++;
        return changed;
    }

    /**
     * Counts steps that were missed, and gives the command centre a part if one of them calls it and it has none under way.
     *
     * @return that part
     */
    Optional<Assignment> escalated(List<TicketClock.Missed> missed, Instant now) {
        if (missed.isEmpty()) {
            return Optional.empty();
        }
        version++;
        Optional<Assignment> centre = assignmentOf(RoutingPolicy.CENTRE);
        boolean there = centre.filter(part -> !part.status.isDone()).isPresent();
        return missed.stream()
                .filter(one -> one.due().dutyOfficer())
                .filter(one -> !there)
                .findFirst()
                .map(one -> {
                    Role role = centre.map(part -> part.role).orElse(Role.SUPPORT);
                    boolean needed = centre.map(part -> part.reporterNeeded).orElse(false);
                    Assignment given =
                            give(RoutingPolicy.CENTRE, new ReferralPolicy.Referral(role, needed, true, false), now);
                    given.calledFor(one.assignment().agency(), one.due().step());
                    return given;
                });
    }

    private Assignment give(String agency, ReferralPolicy.Referral referral, Instant now) {
        Optional<Assignment> before = assignmentOf(agency);
        if (before.isPresent()) {
            before.get().takeOver(referral, now);
            return before.get();
        }
        Category.Part part = new Category.Part(agency, referral.role(), referral.reporterNeeded());
        Assignment given = new Assignment(EventIds.next(), this, part, assignments.size(), now);
        assignments.add(given);
        return given;
    }

    /** Takes over what triage says, without a new version; false if that is nothing new to a reader. */
    boolean assess(Assessment newer) {
        if (newer.sequence() <= assessmentSequence) {
            return false;
        }
        boolean seen = hoaxLikelihood != null
                && hoaxLikelihood == newer.hoaxLikelihood()
                && newer.band().equals(band)
                && newer.reasons().equals(reasons);
        assessmentSequence = newer.sequence();
        if (seen) {
            return false;
        }
        hoaxLikelihood = newer.hoaxLikelihood();
        band = newer.band();
        reasons = List.copyOf(newer.reasons());
        lineUp();
        return true;
    }

    /** Counts a change made by {@link #assess} to a ticket that was opened before. */
    void assessed() {
        version++;
    }

    /** Takes over who called, from a report that is told again, without a new version. */
    void called(String reference, SealedReporter whole) {
        callerRef = reference;
        if (!whole.equals(SealedReporter.NONE)) {
            reporterSealed = whole.atRest();
            reporterHandover = whole.handedOver();
        }
    }

    /** Forgets who called and reported; false if nothing is known of that. */
    boolean forgetReporter() {
        if (callerRef == null && reporterSealed == null && reporterHandover == null) {
            return false;
        }
        callerRef = null;
        reporterSealed = null;
        reporterHandover = null;
        version++;
        return true;
    }

    /** Counts a change made by {@link #called} that somebody sees. */
    void reporterKnown() {
        version++;
    }

    public UUID id() {
        return id;
    }

    /** Where its place was found, empty if nothing of it was told or the ticket is older than such finding. */
    Optional<Placement> placement() {
        return Optional.ofNullable(place).map(TicketPlace::placement);
    }

    /** Within what time its leading agency is to have come how far, empty if no time was set. */
    public Optional<ServiceLevel> serviceLevel() {
        return Optional.ofNullable(targets).map(TicketTargets::serviceLevel);
    }

    /** What a ticket is about, in short. */
    public record Gist(String number, String category, int priority, boolean lifeThreat, boolean emergency) {}

    /** What it is about, in short: no text and no person. */
    public Gist gist() {
        return new Gist(number, category, priority, lifeThreat, emergency);
    }

    /** When the ticket came to be. */
    public Instant openedAt() {
        return openedAt;
    }

    /** Whether the operator noted a threat to life. */
    public boolean lifeThreat() {
        return lifeThreat;
    }

    /** Raised by every change, from 1. */
    public long version() {
        return version;
    }

    /** Whether one of its agencies is at the place. */
    public boolean someoneIsThere() {
        return assignments.stream().anyMatch(a -> a.status == AssignmentStatus.RESOURCES_ONSCENE);
    }

    public boolean isOpen() {
        return status == TicketStatus.OPEN;
    }

    /** The reporter as kept. */
    public SealedReporter reporter() {
        return new SealedReporter(reporterSealed, reporterHandover);
    }

    public List<Assignment> assignments() {
        return List.copyOf(assignments);
    }
}
