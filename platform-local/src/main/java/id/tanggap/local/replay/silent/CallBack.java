package id.tanggap.local.replay.silent;

import id.tanggap.local.replay.scenario.Kind;
import id.tanggap.local.replay.scenario.PlannedCall;
import java.util.List;

/** What happens when a caller of the scenario is rung back: whoever needs help answers, whoever plays does not speak. */
final class CallBack {
    private static final List<String> OF_HOAXES = List.of("NO_ANSWER", "BUSY", "REFUSED", "SILENT");

    private CallBack() {}

    /** One of triage's results, the same in every replay. */
    static String result(PlannedCall call, int attempt) {
        return call.kind() == Kind.GENUINE ? "SPOKE" : OF_HOAXES.get((call.ordinal() + attempt) % OF_HOAXES.size());
    }
}
