package id.tanggap.notification.api;

import id.tanggap.notification.roster.Roster;
import id.tanggap.notification.roster.policy.DutyTime;
import id.tanggap.platform.api.AskedTime;
import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who of an agency answers now. */
@Path("/api/v1/duty")
@RolesAllowed(Caller.AGENCY)
public class DutyResource {

    /** An officer on duty, and until when in western Indonesian time. */
    public record DutyView(OfficerView officer, LocalDateTime from, LocalDateTime to) {

        static DutyView of(Roster.OnDuty duty) {
            return new DutyView(
                    OfficerView.of(duty.member()),
                    DutyTime.local(duty.time().from()),
                    DutyTime.local(duty.time().to()));
        }
    }

    /** Those on duty, who began first first. */
    public record Duty(Instant at, List<DutyView> items) {}

    private final Roster roster;
    private final Now now;
    private final Caller caller;

    DutyResource(Roster roster, Now now, Caller caller) {
        this.roster = roster;
        this.now = now;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who is on duty", description = "Now, or at a moment such as 2026-03-01T14:00:00Z.")
    public Uni<Duty> get(@QueryParam("at") String at) {
        Instant moment = at == null ? now.get() : AskedTime.read("at", at);
        return roster.onDuty(caller.agency(), moment)
                .map(all -> new Duty(moment, all.stream().map(DutyView::of).toList()));
    }
}
