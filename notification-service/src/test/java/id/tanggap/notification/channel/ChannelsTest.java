package id.tanggap.notification.channel;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.delivery.policy.FailureReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class ChannelsTest {

    private static final ChannelResult ACCEPTED = ChannelResult.accepted(List.of());

    @Inject
    Event<Receipt> receipts;

    @Inject
    MeterRegistry registry;

    private record Limits(int perSecond, int atOnce, int breakAfter, Duration rest) implements ChannelLimits {

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(10);
        }
    }

    private static ChannelGuard guard(int perSecond, int atOnce, int breakAfter, Duration rest) {
        return new ChannelGuard("test", new Limits(perSecond, atOnce, breakAfter, rest));
    }

    private static ChannelResult run(ChannelGuard guard, Supplier<Uni<ChannelResult>> attempt) {
        return guard.run(attempt).await().atMost(Duration.ofSeconds(20));
    }

    private static Supplier<Uni<ChannelResult>> counted(AtomicInteger calls, ChannelResult result) {
        return () -> {
            calls.incrementAndGet();
            return Uni.createFrom().item(result);
        };
    }

    @Test
    void what_is_not_configured_is_not_offered() {
        Channels channels =
                new Channels(List.of(new Silent(ChannelKind.SMS, false), new Silent(ChannelKind.EMAIL, true)));

        assertEquals(Set.of(ChannelKind.EMAIL), channels.offered());
        assertEquals(Optional.empty(), channels.of(ChannelKind.SMS));
    }

    private record Silent(ChannelKind kind, boolean offered) implements Channel {

        @Override
        public void check(String address) {
            throw new AssertionError("nobody asks");
        }

        @Override
        public ChannelLimits limits() {
            return new Limits(1, 1, 1, Duration.ofSeconds(1));
        }

        @Override
        public Uni<ChannelResult> send(ChannelMessage message) {
            throw new AssertionError("nothing is sent");
        }
    }

    @Test
    void a_server_that_hangs_holds_so_many_and_no_other_channel() {
        ChannelGuard hanging = guard(1000, 2, 100, Duration.ofMinutes(1));
        ChannelGuard well = guard(1000, 2, 100, Duration.ofMinutes(1));
        List<CompletableFuture<ChannelResult>> servers = new ArrayList<>();
        List<CompletableFuture<ChannelResult>> told = new ArrayList<>();
        for (int message = 0; message < 5; message++) {
            told.add(hanging.run(() -> {
                        CompletableFuture<ChannelResult> server = new CompletableFuture<>();
                        servers.add(server);
                        return Uni.createFrom().completionStage(server);
                    })
                    .subscribeAsCompletionStage());
        }

        assertEquals(2, servers.size(), "under way");
        assertEquals(ChannelResult.failed(FailureReason.BUSY), told.get(4).join());
        assertTrue(told.subList(0, 4).stream().noneMatch(CompletableFuture::isDone));
        assertEquals(ACCEPTED, run(well, () -> Uni.createFrom().item(ACCEPTED)));

        servers.get(0).complete(ACCEPTED);
        await().until(() -> servers.size() == 3);
        assertEquals(ACCEPTED, told.get(0).join());
    }

    @ParameterizedTest
    @EnumSource(names = {"TIMEOUT", "CONNECTION_FAILED", "CHANNEL_REFUSED"})
    void a_server_that_keeps_failing_is_left_alone_and_tried_again_after_a_rest(FailureReason reason) {
        ChannelGuard guard = guard(1000, 8, 4, Duration.ofMillis(300));
        AtomicInteger calls = new AtomicInteger();
        for (int message = 0; message < 4; message++) {
            assertEquals(ChannelResult.failed(reason), run(guard, counted(calls, ChannelResult.failed(reason))));
        }

        await().until(() -> run(guard, counted(calls, ACCEPTED)).equals(ACCEPTED));
        assertEquals(5, calls.get(), "kept back meanwhile");
        assertEquals(ACCEPTED, run(guard, counted(calls, ACCEPTED)));
    }

    @Test
    void while_it_is_left_alone_it_is_said_so() {
        ChannelGuard guard = guard(1000, 8, 4, Duration.ofMinutes(10));
        AtomicInteger calls = new AtomicInteger();
        for (int message = 0; message < 6; message++) {
            run(guard, counted(calls, ChannelResult.answered(503, List.of())));
        }

        assertEquals(4, calls.get());
        assertEquals(ChannelResult.failed(FailureReason.CHANNEL_DOWN), run(guard, counted(calls, ACCEPTED)));
    }

    @Test
    void recipients_that_are_refused_are_no_fault_of_the_server() {
        ChannelGuard guard = guard(1000, 8, 4, Duration.ofMinutes(10));
        AtomicInteger calls = new AtomicInteger();
        for (int message = 0; message < 12; message++) {
            run(guard, counted(calls, ChannelResult.failed(FailureReason.RECIPIENT_REFUSED)));
            run(guard, counted(calls, ChannelResult.answered(410, List.of())));
        }

        assertEquals(24, calls.get());
    }

    @Test
    void more_than_its_rate_allows_is_kept_back() {
        ChannelGuard guard = guard(3, 100, 100, Duration.ofMinutes(10));
        AtomicInteger calls = new AtomicInteger();
        int busy = 0;
        for (int message = 0; message < 200; message++) {
            if (run(guard, counted(calls, ACCEPTED)).equals(ChannelResult.failed(FailureReason.BUSY))) {
                busy++;
            }
        }

        assertEquals(200, calls.get() + busy);
        assertTrue(busy > 100, busy + " kept back");
    }

    @Test
    void what_breaks_on_our_side_is_a_result_too() {
        ChannelGuard guard = guard(1000, 8, 4, Duration.ofMinutes(10));

        assertEquals(ChannelResult.failed(FailureReason.INTERNAL), run(guard, () -> {
            throw new IllegalArgumentException("lacks text");
        }));
    }

    @Test
    void receipts_are_counted_by_channel_and_state() {
        double before = failedMessages();

        // Of a name that no other test's message has.
        receipts.fire(new Receipt(
                ChannelKind.SMS,
                UUID.randomUUID().toString(),
                Optional.empty(),
                Receipt.State.FAILED,
                Instant.EPOCH,
                Optional.of("027")));

        assertEquals(before + 1, failedMessages());
    }

    /** 0 before the first. */
    private double failedMessages() {
        return registry.find("tanggap.channel.receipts").tags("channel", "sms", "state", "failed").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
