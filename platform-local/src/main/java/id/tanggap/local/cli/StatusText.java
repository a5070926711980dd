package id.tanggap.local.cli;

import id.tanggap.local.cli.Console.Paint;
import id.tanggap.local.system.SystemStatus;
import id.tanggap.local.system.SystemStatus.Health;
import id.tanggap.local.system.SystemStatus.Member;
import java.time.Duration;
import java.util.Locale;

/** The status as a table. */
record StatusText(Workspace workspace) {
    private static final String ROW = "%-21s %s %8s %9s %9s  %s";

    void print(SystemStatus status) {
        Console console = workspace.console();
        console.line(console.paint(
                Paint.FAINT,
                ROW.formatted("", "%-10s".formatted("health"), "process", "up for", "memory", "endpoint")));
        status.members().forEach(member -> console.line(row(member)));
        if (status.down()) {
            console.line("Nothing runs: ./tanggap up");
            return;
        }
        console.line("");
        console.line("memory in all: %s; credentials: %s"
                .formatted(
                        mebibytes(status.memoryBytes()),
                        workspace.shown(workspace.installation().credentialsFile())));
        if (!status.healthy()) {
            console.line("Not all is well: ./tanggap up starts what is missing, ./tanggap logs NAME tells why.");
        }
    }

    private String row(Member member) {
        return ROW.formatted(
                member.name(),
                health(member.health()),
                member.pid().map(String::valueOf).orElse("-"),
                member.uptime().map(StatusText::rough).orElse("-"),
                member.memoryBytes().isPresent()
                        ? mebibytes(member.memoryBytes().getAsLong())
                        : "-",
                member.endpoint());
    }

    private String health(Health health) {
        Paint paint =
                switch (health) {
                    case UP -> Paint.GOOD;
                    case UNHEALTHY -> Paint.BUSY;
                    case DOWN -> Paint.RED;
                };
        return workspace.console().paint(paint, "%-10s".formatted(health.name().toLowerCase(Locale.ROOT)));
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MiB", bytes >> 20);
    }

    private static String rough(Duration time) {
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " m";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " m " + time.toSecondsPart() + " s" : time.toSeconds() + " s";
    }
}
