package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.system.Access.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every operation of every service, and every role: what {@code docs/access.md} says is what the running system does. */
@Order(3)
class AccessMatrixTest {
    static final List<String> SERVICES = Names.SERVICES;

    /** They need no body, so whoever may would do it. That others may not is tried all the same. */
    private static final Set<String> TAKES_EFFECT = Set.of("POST /api/v1/models/train", "POST /api/v1/models/rollback");

    private static AccessTable table;
    private static WholeSystem system;
    private static Access access;

    @BeforeAll
    static void start() throws Exception {
        table = new AccessTable(Path.of("../docs/access.md"));
        system = WholeSystem.up();
        access = new Access(system.config());
    }

    @AfterAll
    static void close() {
        access.close();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void eachOperationIsForWhomTheTableSays(String service) throws Exception {
        Map<String, Set<String>> expected = table.allowed(service);
        Set<String> operations = new TreeSet<>(access.operations(service));
        expected.keySet().stream().filter(each -> each.startsWith("WS ")).forEach(operations::add);
        Map<String, Set<String>> found = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (String operation : operations) {
            Set<String> admitted = new TreeSet<>();
            Answer nobody = access.askAsNobody(service, operation);
            if (nobody.admitted()) {
                admitted.add("nobody");
            }
            if (access.askWithForgedToken(service, operation).admitted() != nobody.admitted()) {
                wrong.add(operation + " takes a forged token");
            }
            for (String role : access.roles()) {
                if (TAKES_EFFECT.contains(operation)
                        && expected.getOrDefault(operation, Set.of()).contains(role)) {
                    admitted.add(role);
                    continue;
                }
                Answer answer = access.ask(service, operation, role);
                if (answer.admitted()) {
                    admitted.add(role);
                }
                explain(operation, role, answer).ifPresent(wrong::add);
            }
            if (!nobody.admitted() && nobody.status() != 401) {
                wrong.add(operation + " answers " + nobody.status() + " to nobody");
            }
            found.put(operation, admitted);
        }
        assertEquals(lines(expected), lines(found), "docs/access.md and what " + service + " does");
        assertEquals(List.of(), wrong);
    }

    @Test
    void eachTopicIsForWhomTheTableSays() throws Exception {
        Map<String, Set<String>> found = new TreeMap<>();
        try (Admin admin = KafkaAccess.admin(system.config())) {
            for (AclBinding right :
                    admin.describeAcls(AclBindingFilter.ANY).values().get()) {
                assertEquals(AclPermissionType.ALLOW, right.entry().permissionType());
                AclOperation operation = right.entry().operation();
                if (right.pattern().resourceType() == ResourceType.TOPIC && operation != AclOperation.DESCRIBE) {
                    String who = right.entry().principal().substring("User:".length());
                    found.computeIfAbsent(ofAnyAgency(right.pattern().name(), who), any -> new TreeSet<>())
                            .add(operation + " " + ofAnyAgency(who, who));
                }
            }
        }
        Map<String, Set<String>> expected = new TreeMap<>();
        table.table("Topics")
                .forEach((topic, row) -> row.forEach((column, who) -> Arrays.stream(who.split(", "))
                        .filter(each -> !each.isEmpty())
                        .forEach(each -> expected.computeIfAbsent(topic, any -> new TreeSet<>())
                                .add((column.equals("written by") ? "WRITE " : "READ ") + each))));
        // Services have a right on every agency's topic, an agency on its own.
        assertEquals(lines(expected), lines(found), "docs/access.md and what the broker allows");
    }

    /** What an answer must not be, whoever asks. */
    private static Optional<String> explain(String operation, String role, Answer answer) {
        boolean problem = answer.type().orElse("").startsWith("application/problem+json");
        if (answer.status() >= 500) {
            return Optional.of(operation + " answers " + answer.status() + " to " + role);
        }
        // A socket's client is shown the status only.
        if (!answer.admitted() && !problem && !operation.startsWith("WS ")) {
            return Optional.of(operation + " refuses " + role + " with " + answer);
        }
        return Optional.empty();
    }

    /** An agency's own name, in a topic or a principal, as {@code <agency>}; another's stays, and so stands out. */
    private static String ofAnyAgency(String name, String principal) {
        String own = principal.startsWith("agency-") ? principal.substring("agency-".length()) : null;
        for (String agency : own == null ? Names.AGENCIES : List.of(own)) {
            if (name.equals("agency-" + agency) || name.contains("." + agency + ".")) {
                return name.replace(agency, "<agency>");
            }
        }
        return name;
    }

    private static String lines(Map<String, Set<String>> table) {
        return table.entrySet().stream()
                .map(row -> row.getKey() + ": " + String.join(", ", row.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
