package id.tanggap.local.monitoring;

import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Secrets;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        List<String> command =
                new ArrayList<>(programs.share().map(AlertmanagerServer::seeing).orElse(List.of()));
        command.addAll(List.of(
                programs.alertmanager().toString(),
                "--config.file=" + data.resolve(CONFIGURATION),
                "--storage.path=" + data.resolve("state"),
                "--web.listen-address=" + address(),
                "--web.external-url=" + endpoint(),
                "--cluster.listen-address=",
                "--log.level=warn"));
        programs.share()
                .ifPresent(share -> command.add("--web.ui-path=" + share.resolve("prometheus/alertmanager/no-ui")));
        return command;
    }

    /** Debian's reads its templates from {@code /usr/share} and nowhere else: it gets a view of its own of that folder. */
    private static List<String> seeing(Path share) {
        return List.of(
                "/usr/bin/unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "/bin/sh",
                "-c",
                "mount --bind \"$0\" /usr/share && exec \"$@\"",
                share.toString());
    }
}
