package id.tanggap.local.cli;

import id.tanggap.local.cli.Console.Paint;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.system.LocalSystem;

/** Where everything is and who may use it; names the places of passwords, never a password. */
record Welcome(Workspace workspace) {

    void print(LocalSystem system) {
        Ports ports = system.config().ports();
        head("Where");
        Names.SERVICES.forEach(service -> row(service, "http://127.0.0.1:" + ports.of(service) + "/api/v1"));
        row("Keycloak", system.config().realmUrl());
        row("Kafka", system.config().bootstrapServers() + "  (SASL_PLAINTEXT, SCRAM-SHA-512)");
        row("PostgreSQL", "127.0.0.1:" + ports.postgres() + "  (databases intake, triage, ticket, notification)");
        if (!system.monitoring().present().isEmpty()) {
            row("Prometheus", "http://127.0.0.1:" + ports.prometheus() + "  (alerts, and their runbooks under /user)");
            row("Alertmanager", "http://127.0.0.1:" + ports.alertmanager() + "  (/api/v2/alerts)");
            row("Synthetic test call", "http://127.0.0.1:" + ports.synthetic() + "/metrics");
        }
        head("Who");
        row("people", "operator1 operator2 operator3 supervisor1 ops1 damkar1 bpbd1 ... (<agency>1) officer1");
        row("machines", "gateway agency-damkar agency-bpbd ... (agency-<agency>)");
        row(
                "passwords",
                workspace.shown(workspace.installation().credentialsFile()) + "  (./tanggap credentials operator1)");
        row(
                "Kafka clients",
                workspace.shown(workspace.installation().home().resolve("clients"))
                        + "/<agency>.properties  (kcat -F)");
        head("Next");
        row("./tanggap replay jepara", "watch Jepara's first two days");
        row("./tanggap token operator1", "a bearer token for curl");
        row("./tanggap status, logs, down", "");
    }

    private void head(String text) {
        workspace.console().line("");
        workspace.console().line(workspace.console().paint(Paint.BOLD, text));
    }

    private void row(String name, String value) {
        workspace.console().line("  %-29s %s".formatted(name, value).stripTrailing());
    }
}
