package id.tanggap.intake.call;

import id.tanggap.intake.config.AtRest;
import id.tanggap.intake.text.Json;
import id.tanggap.platform.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes views of calls. */
@ApplicationScoped
public class CallViews {

    private final Json json;
    private final Seal seal;

    CallViews(Json json, @AtRest Seal seal) {
        this.json = json;
        this.seal = seal;
    }

    /** One among others: without the number, which is for who opens the call. */
    CallView brief(Call call) {
        return view(call, Optional.empty());
    }

    /** With the number. */
    public CallView whole(Call call) {
        return view(call, Optional.ofNullable(call.callerSealed).map(seal::open));
    }

    private CallView view(Call c, Optional<String> number) {
        return new CallView(
                c.callId,
                c.isAnnounced(),
                c.status,
                Optional.ofNullable(c.callerKind),
                Optional.ofNullable(c.callerRef),
                number,
                Optional.ofNullable(c.called),
                c.startedAt,
                Optional.ofNullable(c.answeredAt),
                Optional.ofNullable(c.endedAt),
                Optional.ofNullable(c.dtmf),
                Optional.ofNullable(c.transferredTo),
                Optional.ofNullable(c.disposition),
                Optional.ofNullable(c.dispositionAt),
                Optional.ofNullable(c.dispositionBy),
                Optional.ofNullable(c.reportId),
                Optional.ofNullable(json.read(c.location, CallLocation.class)),
                Optional.ofNullable(json.read(c.assessment, Assessment.class)),
                Optional.ofNullable(c.forgottenAt));
    }
}
