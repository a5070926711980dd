package id.tanggap.triage.api;

import id.tanggap.platform.api.AskedTime;
import id.tanggap.platform.problem.Problem;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;

/** Which rule is to be replayed over which time. */
class WhatIfQuery {

    @QueryParam("from")
    @NotNull
    String from;

    @QueryParam("to")
    @NotNull
    String to;

    @QueryParam("hoaxes")
    @NotNull
    @Pattern(regexp = "[1-9]\\d?(\\.\\d{1,2})?", message = "must be a number from 1 to 99")
    String hoaxes;

    @QueryParam("hours")
    @NotNull
    @Pattern(regexp = "[1-9]\\d?|1[0-5]\\d|16[0-8]", message = "must be a whole number from 1 to 168")
    String hours;

    /** From then until before then. */
    record Period(Instant from, Instant to) {}

    Period period() {
        Period period = new Period(AskedTime.read("from", from), AskedTime.read("to", to));
        if (!period.from().isBefore(period.to())) {
            throw Problem.invalid("to", "must be after from");
        }
        return period;
    }

    double hoaxes() {
        return Double.parseDouble(hoaxes);
    }

    Duration length() {
        return Duration.ofHours(Long.parseLong(hours));
    }
}
