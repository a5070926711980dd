package id.tanggap.local.replay.audit;

import java.util.Optional;

/** A call as intake's interface shows it. */
public record SeenCall(
        String callId,
        String status,
        boolean answered,
        boolean ended,
        String dtmf,
        String disposition,
        Optional<Double> hoaxLikelihood,
        String band) {}
