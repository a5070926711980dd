package id.tanggap.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.Progress;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.FakeServer.Start;
import id.tanggap.local.system.Launch.Preparation;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LaunchTest {
    private final AtomicInteger declarations = new AtomicInteger();

    @Test
    void whatIsMissingIsStartedAndTheRestLeftAlone() {
        FakeServer kafka = FakeServer.running("kafka");
        FakeServer postgres = new FakeServer("postgres", Start.SUCCEEDS);
        FakeServer ticket = new FakeServer("ticket-service", Start.SUCCEEDS);
        launch(List.of(kafka, postgres), List.of(ticket), Preparation.NONE).run();
        assertEquals(List.of(0, 1, 1), List.of(kafka.starts, postgres.starts, ticket.starts));
        assertEquals(1, declarations.get());
    }

    @Test
    void aServiceThatWasBuiltAnewIsStartedAnew() {
        FakeServer ticket = FakeServer.running("ticket-service");
        ticket.outdated = true;
        launch(List.of(), List.of(ticket), Preparation.NONE).run();
        assertEquals(List.of(1, 1), List.of(ticket.stops, ticket.starts));
        assertTrue(ticket.alive);
    }

    @Test
    void theFirstFailureEndsWhatThisStartLaunchedAndNothingElse() {
        FakeServer kafka = FakeServer.running("kafka");
        FakeServer keycloak = new FakeServer("keycloak", Start.SUCCEEDS);
        FakeServer intake = new FakeServer("intake-service", Start.FAILS);
        FakeServer triage = new FakeServer("triage-service", Start.TAKES_LONG);
        Launch launch = launch(List.of(kafka, keycloak), List.of(triage, intake), Preparation.NONE);
        RuntimeException failure = assertThrows(IllegalStateException.class, launch::run);
        assertEquals("intake-service ended while starting", failure.getMessage());
        assertTrue(kafka.alive);
        assertFalse(keycloak.alive || intake.alive || triage.alive);
    }

    @Test
    void servicesAreNotStartedIfTheirBuildFails() {
        FakeServer intake = new FakeServer("intake-service", Start.SUCCEEDS);
        Launch launch = launch(List.of(), List.of(intake), new Preparation() {
            @Override
            public void run() {
                throw new StackException("does not compile");
            }
        });
        assertThrows(StackException.class, launch::run);
        assertEquals(0, intake.starts);
    }

    @Test
    void aFailedServerEndsTheBuildToo() {
        CountDownLatch cancelled = new CountDownLatch(1);
        Launch launch = launch(List.of(new FakeServer("kafka", Start.FAILS)), List.of(), new Preparation() {
            @Override
            public void run() {
                try {
                    cancelled.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new StackException("The build was ended");
            }

            @Override
            public void cancel() {
                cancelled.countDown();
            }
        });
        assertEquals(
                "kafka ended while starting",
                assertThrows(IllegalStateException.class, launch::run).getMessage());
    }

    @Test
    void aNeighbourWithoutAProcessYetDoesNotHoldTheReasonBack() {
        FakeServer keycloak = new FakeServer("keycloak", Start.PREPARES_LONG);
        FakeServer postgres = new FakeServer("postgres", Start.LAUNCHES_LATE);
        Launch launch =
                launch(List.of(keycloak, postgres, new FakeServer("kafka", Start.FAILS)), List.of(), Preparation.NONE);
        assertEquals(
                "kafka ended while starting",
                assertThrows(IllegalStateException.class, launch::run).getMessage());
        assertTrue(keycloak.interrupted, "what has no process is not waited for");
        assertFalse(postgres.alive, "what came late is ended, too");
    }

    @Test
    void afterCtrlCNothingMoreIsLaunched() {
        FakeServer intake = new FakeServer("intake-service", Start.SUCCEEDS);
        Launch launch = launch(List.of(), List.of(intake), Preparation.NONE);
        launch.cancel();
        assertThrows(StackException.class, launch::run);
        assertEquals(0, intake.starts);
    }

    private Launch launch(List<FakeServer> servers, List<FakeServer> services, Preparation preparation) {
        return new Launch(servers, services, declarations::incrementAndGet, preparation, Progress.SILENT);
    }
}
