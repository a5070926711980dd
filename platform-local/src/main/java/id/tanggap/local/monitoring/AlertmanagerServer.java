package id.tanggap.local.monitoring;

import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Secrets;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.util.List;

/** Groups and routes what Prometheus raises; alone, without a cluster. */
final class AlertmanagerServer extends MonitoringServer {
    private static final String CONFIGURATION = "alertmanager.yml";

    AlertmanagerServer(SystemConfig config, MonitoringFiles files) {
        super(Names.ALERTMANAGER, "/-/ready", config, files);
    }

    @Override
    List<String> prepare(MonitoringPrograms programs) throws IOException {
        Secrets.write(data.resolve(CONFIGURATION), files.alertmanager());
        return List.of(
                programs.alertmanager().toString(),
                "--config.file=" + data.resolve(CONFIGURATION),
                "--storage.path=" + data.resolve("state"),
                "--web.listen-address=" + address(),
                "--web.external-url=" + endpoint(),
                "--cluster.listen-address=",
                "--log.level=warn");
    }
}
