package id.tanggap.local.system;

import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.ServerStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** What each member of the system was like at one moment. */
public record SystemStatus(List<Member> members) {
    /** A member's condition; {@code UNHEALTHY} runs and does not answer as it should. */
    public enum Health {
        UP,
        UNHEALTHY,
        DOWN
    }

    /**
     * One server or service.
     *
     * @param memoryBytes resident, with its children
     */
    public record Member(
            String name,
            Health health,
            String endpoint,
            Optional<Long> pid,
            Optional<Duration> uptime,
            OptionalLong memoryBytes) {}

    public static SystemStatus of(LocalSystem system) {
        Map<String, Member> seen = new ConcurrentHashMap<>();
        ServerStack.sideBySide(system.all().stream()
                .<Runnable>map(server -> () -> seen.put(server.name(), look(server)))
                .toList());
        return new SystemStatus(
                system.all().stream().map(server -> seen.get(server.name())).toList());
    }

    public boolean healthy() {
        return members.stream().allMatch(member -> member.health() == Health.UP);
    }

    public boolean down() {
        return members.stream().allMatch(member -> member.health() == Health.DOWN);
    }

    public long memoryBytes() {
        return members.stream()
                .mapToLong(member -> member.memoryBytes().orElse(0))
                .sum();
    }

    private static Member look(Server server) {
        Optional<Long> pid = server.process().pid();
        if (pid.isEmpty()) {
            return new Member(
                    server.name(), Health.DOWN, server.endpoint(), pid, Optional.empty(), OptionalLong.empty());
        }
        Optional<Duration> uptime = ProcessHandle.of(pid.get())
                .flatMap(process -> process.info().startInstant())
                .map(start -> Duration.between(start, Instant.now()));
        return new Member(
                server.name(),
                server.serves() ? Health.UP : Health.UNHEALTHY,
                server.endpoint(),
                pid,
                uptime,
                Memory.resident(pid.get()));
    }
}
