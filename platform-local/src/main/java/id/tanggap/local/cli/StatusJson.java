package id.tanggap.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.Installation;
import id.tanggap.local.system.SystemStatus;
import id.tanggap.local.system.SystemStatus.Member;

/** The status for programs; fields are only ever added. */
record StatusJson(Installation installation, SystemConfig config) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String of(SystemStatus status) {
        ObjectNode root = JSON.createObjectNode();
        root.put("state", status.healthy() ? "UP" : status.down() ? "DOWN" : "DEGRADED");
        root.put("memoryBytes", status.memoryBytes());
        root.put("realm", config.realmUrl());
        root.put("home", installation.home().toString());
        root.put("credentials", installation.credentialsFile().toString());
        root.put("kafkaClients", installation.home().resolve("clients").toString());
        ObjectNode members = root.putObject("members");
        status.members().forEach(member -> describe(members.putObject(member.name()), member));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void describe(ObjectNode node, Member member) {
        node.put("health", member.health().name()).put("endpoint", member.endpoint());
        if (Names.SERVICES.contains(member.name())) {
            node.put("api", member.endpoint() + "/api/v1")
                    .put("readiness", member.endpoint() + "/q/health/ready")
                    .put("metrics", member.endpoint() + "/q/metrics")
                    .put("openapi", member.endpoint() + "/q/openapi");
        }
        member.pid().ifPresent(pid -> node.put("pid", pid));
        member.uptime().ifPresent(uptime -> node.put("uptimeSeconds", uptime.toSeconds()));
        member.memoryBytes().ifPresent(bytes -> node.put("memoryBytes", bytes));
        node.put("log", config.log(member.name()).toString());
    }
}
