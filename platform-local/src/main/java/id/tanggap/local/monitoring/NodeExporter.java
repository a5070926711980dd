package id.tanggap.local.monitoring;

import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.util.List;

/** Tells of this machine: its disks, memory and processors. */
final class NodeExporter extends MonitoringServer {
    NodeExporter(SystemConfig config, MonitoringFiles files) {
        super(Names.NODE_EXPORTER, "/metrics", config, files);
    }

    @Override
    List<String> prepare(MonitoringPrograms programs) {
        return List.of(
                programs.nodeExporter().toString(),
                "--web.listen-address=" + address(),
                "--collector.disable-defaults",
                "--collector.cpu",
                "--collector.filesystem",
                "--collector.loadavg",
                "--collector.meminfo",
                "--log.level=warn");
    }
}
