package id.tanggap.local.monitoring;

import id.tanggap.local.stack.Jdk;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.synthetic.SyntheticProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the synthetic test call, from this program's own class path. */
final class SyntheticProbe extends MonitoringServer {
    private static final int HEAP_MEGABYTES = 64;

    SyntheticProbe(SystemConfig config, MonitoringFiles files) {
        super(Names.SYNTHETIC, "/metrics", config, files);
    }

    @Override
    List<String> prepare(MonitoringPrograms programs) {
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(Jdk.small(HEAP_MEGABYTES));
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                SyntheticProgram.class.getName()));
        return command;
    }

    @Override
    Map<String, String> environment() {
        return SyntheticProgram.environment(config, address());
    }
}
