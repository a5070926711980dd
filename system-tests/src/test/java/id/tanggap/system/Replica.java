package id.tanggap.system;

import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.ServiceProcess;
import java.nio.file.Path;

/** One more process of a service, beside the one that a system has, on its servers and on a port of its own. */
final class Replica {
    private Replica() {}

    /** Not started yet; {@code home}: a folder of its own. */
    static Server of(SystemConfig system, Path root, String service, Path home) {
        Ports free = Ports.free();
        Ports servers = system.ports();
        Ports ports = new Ports(
                free.intake(),
                free.triage(),
                free.ticket(),
                free.notification(),
                servers.keycloak(),
                servers.keycloakManagement(),
                servers.kafka(),
                servers.kafkaController(),
                servers.postgres(),
                servers.prometheus(),
                servers.alertmanager(),
                servers.nodeExporter(),
                servers.synthetic());
        return new ServiceProcess(
                new SystemConfig(home, ports, system.credentials(), true, system.traces()),
                root.resolve(service),
                service);
    }
}
