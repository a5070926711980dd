package id.tanggap.local.monitoring;

import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Secrets;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Scrapes the services with a token of its own, keeps 15 days, evaluates the rules, and hands out the runbooks. */
final class PrometheusServer extends MonitoringServer {
    private static final String CONFIGURATION = "prometheus.yml";

    private final Duration interval;

    PrometheusServer(SystemConfig config, MonitoringFiles files, Duration interval) {
        super(Names.PROMETHEUS, "/-/ready", config, files);
        this.interval = interval;
    }

    @Override
    List<String> prepare(MonitoringPrograms programs) throws IOException {
        Path secret = data.resolve("client-secret");
        Secrets.write(secret, config.credentials().clients().get(Names.PROMETHEUS));
        Secrets.write(data.resolve(CONFIGURATION), files.prometheus(config, secret, interval));
        List<String> command = new ArrayList<>(List.of(
                programs.prometheus().toString(),
                "--config.file=" + data.resolve(CONFIGURATION),
                "--storage.tsdb.path=" + data.resolve("tsdb"),
                "--storage.tsdb.retention.time=15d",
                "--enable-feature=exemplar-storage",
                "--web.listen-address=" + address(),
                "--web.external-url=" + endpoint(),
                // Under /user, where the alerts' links lead.
                "--web.user-assets=" + files.folder().resolveSibling("docs"),
                "--log.level=warn"));
        programs.share().ifPresent(share -> command.add("--web.local-assets=" + share.resolve("prometheus/web")));
        return command;
    }
}
