package id.tanggap.local.test;

import id.tanggap.local.stack.ServerControl;
import id.tanggap.local.stack.ServiceSettings;
import id.tanggap.local.stack.SystemConfig;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Real Kafka, PostgreSQL and Keycloak for the tests of one module: on free ports, with data that vanishes with the test
 * JVM, one for all its classes. They are processes of this machine, of which Keycloak, which no test changes, is one for all
 * modules of a build; or containers where a Docker engine answers ({@link ServerChoice}), and a test need not know which. The service
 * under test is the one that {@code quarkus.application.name} says; it gets its own database, principal and the topics and
 * rights of the AsyncAPI documents on its class path.
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
 * }</pre>
 */
public final class EmbeddedStack implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        String service = ServiceUnderTest.name();
        SystemConfig stack = TestStack.startFor(service);
        TestStack.startKeycloak();
        return ServiceSettings.properties(stack, service);
    }

    /** For a test that needs no token: Keycloak takes as long as all else together. */
    public static void startWithoutKeycloak() {
        TestStack.startFor(ServiceUnderTest.name());
    }

    /** The stack is the JVM's, not the application's: it stays for the next test profile and dies with the JVM. */
    @Override
    public void stop() {}

    /** Ports and credentials of the running stack. */
    public static SystemConfig config() {
        return TestStack.running();
    }

    /** The broker, to be killed and started again on the same port and data. */
    public static ServerControl kafka() {
        return TestStack.servers().kafka();
    }

    /** The database server, to be killed and started again on the same port and data. */
    public static ServerControl postgres() {
        return TestStack.servers().postgres();
    }
}
