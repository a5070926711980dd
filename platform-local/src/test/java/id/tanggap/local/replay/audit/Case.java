package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.agency.Agencies;
import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.scenario.JeparaScenario;
import id.tanggap.local.replay.scenario.PlannedCall;
import id.tanggap.local.replay.silent.AdviceTaken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** One accepted call with a report, and a system that shows it as it should; a test breaks one thing of it. */
final class Case {
    static final String CALL = "run-001";
    static final String STATE = "Closed, score 0.1";

    static final List<String> REPORTER = List.of("Bambang Setiawan", "+6283600001005");

    final Ledger ledger = new Ledger();
    final Map<String, SeenCall> calls = new LinkedHashMap<>();
    final List<String> listed = new ArrayList<>(List.of(CALL));
    final List<SeenTicket> tickets =
            new ArrayList<>(List.of(ticket("t-1", "112-0001", CALL, "r-1", "damkar", "dinkes")));
    final Set<String> others = new HashSet<>();
    final List<SeenCallBack> callBacks = new ArrayList<>();
    final Map<String, SeenProcedure> procedures = new LinkedHashMap<>();
    final List<AgencyRecord> kafka =
            new ArrayList<>(List.of(opened("damkar", "e-1", "t-1"), opened("dinkes", "e-2", "t-1")));
    final List<AgencyRecord> streams =
            new ArrayList<>(List.of(opened("damkar", "1", "t-1"), opened("dinkes", "1", "t-1")));
    final List<AgencyRecord> webhooks = new ArrayList<>(List.of(opened("damkar", "w-1", "t-1")));

    Case() {
        ledger.begin(CALL, fire());
        ledger.announced(CALL);
        ledger.event(CALL, "ANSWERED");
        ledger.event(CALL, "DTMF:55");
        ledger.event(CALL, "ENDED");
        ledger.report(CALL, "r-1", 1_000_000);
        ledger.disposition(CALL, "NORMAL");
        shows("ENDED", true, true, "55", "NORMAL", Optional.of(0.1));
    }

    private static PlannedCall fire() {
        return JeparaScenario.load().calls().stream()
                .filter(call -> call.report()
                        .filter(report -> report.category().equals("FIRE"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    void shows(
            String status, boolean answered, boolean ended, String dtmf, String disposition, Optional<Double> score) {
        calls.put(CALL, new SeenCall(CALL, status, answered, ended, dtmf, disposition, score, "LIKELY_GENUINE"));
    }

    static SeenTicket ticket(String id, String number, String callId, String reportId, String... agencies) {
        SequencedMap<String, String> states = new LinkedHashMap<>();
        for (String agency : agencies) {
            states.put(agency, STATE);
        }
        return new SeenTicket(id, number, callId, reportId, "FIRE", true, states, Set.of());
    }

    static AgencyRecord opened(String agency, String eventId, String ticketId) {
        return news(agency, eventId, ticketId, "OPENED", STATE);
    }

    static AgencyRecord news(String agency, String eventId, String ticketId, String change, String state) {
        return new AgencyRecord(
                agency,
                eventId,
                ticketId,
                "112-0001",
                change,
                "Kebakaran",
                "Closed",
                state,
                agency.equals("damkar") ? REPORTER : List.of(),
                3_000_000);
    }

    Observation seen() {
        Set<String> known = new HashSet<>(others);
        tickets.forEach(ticket -> known.add(ticket.ticketId()));
        return new Observation(
                calls,
                listed,
                tickets,
                known,
                callBacks,
                ledger.told(),
                procedures,
                AdviceTaken.NONE,
                List.of(
                        new Told(Agencies.KAFKA, true, Set.of("damkar", "dinkes", "pdam"), kafka),
                        new Told("SSE", false, Set.of("damkar", "dinkes", "pdam"), streams),
                        new Told("webhook", true, Set.of("damkar"), webhooks)));
    }

    Findings audit() {
        return Audit.of(ledger, seen());
    }
}
