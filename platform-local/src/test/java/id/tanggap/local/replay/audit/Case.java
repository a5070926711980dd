package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.scenario.JeparaScenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One accepted call with a report, and a system that shows it as it should; a test breaks one thing of it. */
final class Case {
    static final String CALL = "run-001";
    static final SeenTicket TICKET =
            new SeenTicket("t-1", "112-0001", CALL, "r-1", "FIRE", true, List.of("damkar", "dinkes"));

    final Ledger ledger = new Ledger();
    final Map<String, SeenCall> calls = new LinkedHashMap<>();
    final List<String> listed = new ArrayList<>(List.of(CALL));
    final List<SeenTicket> tickets = new ArrayList<>(List.of(TICKET));
    final List<AgencyRecord> records =
            new ArrayList<>(List.of(opened("damkar", "e-1", "t-1"), opened("dinkes", "e-2", "t-1")));

    Case() {
        ledger.begin(CALL, JeparaScenario.load().calls().getFirst());
        ledger.announced(CALL);
        ledger.event(CALL, "ANSWERED");
        ledger.event(CALL, "DTMF:55");
        ledger.event(CALL, "ENDED");
        ledger.report(CALL, "r-1", 1_000_000);
        ledger.disposition(CALL, "NORMAL");
        shows("ENDED", true, true, "55", "NORMAL", Optional.of(0.1));
    }

    void shows(
            String status, boolean answered, boolean ended, String dtmf, String disposition, Optional<Double> score) {
        calls.put(CALL, new SeenCall(CALL, status, answered, ended, dtmf, disposition, score, "LIKELY_GENUINE"));
    }

    static AgencyRecord opened(String agency, String eventId, String ticketId) {
        return new AgencyRecord(agency, eventId, ticketId, "112-0001", "OPENED", 3_000_000);
    }

    Observation seen() {
        return new Observation(calls, listed, tickets, records);
    }

    Findings audit() {
        return Audit.of(ledger, seen());
    }
}
