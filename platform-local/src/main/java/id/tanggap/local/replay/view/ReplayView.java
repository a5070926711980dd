package id.tanggap.local.replay.view;

import id.tanggap.local.replay.agency.Agencies;
import id.tanggap.local.replay.audit.Observer;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.scenario.Scenario;
import id.tanggap.local.replay.silent.SilentGateway;

/** Shows a replay while it runs; it only reads, and the replay never waits for it. */
@FunctionalInterface
public interface ReplayView {
    ReplayView NONE = (scenario, runId, ledger, agencies, silent, observer) -> () -> {};

    /** Begins to show. */
    Display follow(
            Scenario scenario, String runId, Ledger ledger, Agencies agencies, SilentGateway silent, Observer observer);

    /** What is being shown, until it is closed. */
    @FunctionalInterface
    interface Display {
        void close() throws InterruptedException;
    }
}
