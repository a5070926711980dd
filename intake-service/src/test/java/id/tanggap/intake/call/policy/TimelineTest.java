package id.tanggap.intake.call.policy;

import static id.tanggap.intake.call.CallEventType.ABANDONED;
import static id.tanggap.intake.call.CallEventType.ANSWERED;
import static id.tanggap.intake.call.CallEventType.DTMF;
import static id.tanggap.intake.call.CallEventType.ENDED;
import static id.tanggap.intake.call.CallEventType.TRANSFERRED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.intake.call.CallEventType;
import id.tanggap.intake.call.CallStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineTest {

    private static final Instant START = Instant.parse("2025-05-20T03:10:00Z");

    @Test
    void a_call_of_which_nothing_was_heard_rings() {
        assertEquals(progress(CallStatus.RINGING, null, null, null, null), Timeline.of(List.of()));
    }

    @Test
    void a_call_runs_from_the_answer_over_a_transfer_to_its_end() {
        assertEquals(progress(CallStatus.ANSWERED, at(1), null, null, null), Timeline.of(List.of(signal(1, ANSWERED))));
        assertEquals(
                progress(CallStatus.TRANSFERRED, at(1), null, null, "to-2"),
                Timeline.of(List.of(signal(1, ANSWERED), signal(2, TRANSFERRED))));
        assertEquals(
                progress(CallStatus.ENDED, at(1), at(3), null, "to-2"),
                Timeline.of(List.of(signal(1, ANSWERED), signal(2, TRANSFERRED), signal(3, ENDED))));
    }

    @Test
    void who_hangs_up_before_the_answer_has_abandoned() {
        assertEquals(
                progress(CallStatus.ABANDONED, null, at(1), null, null), Timeline.of(List.of(signal(1, ABANDONED))));
    }

    @Test
    void an_end_is_not_undone_by_what_the_gateway_counts_after_it() {
        assertEquals(
                progress(CallStatus.ENDED, at(2), at(1), null, "to-3"),
                Timeline.of(
                        List.of(signal(1, ENDED), signal(2, ANSWERED), signal(3, TRANSFERRED), signal(4, ABANDONED))));
    }

    @Test
    void keys_are_kept_in_the_order_in_which_they_were_pressed() {
        assertEquals(
                Optional.of("159"),
                Timeline.of(List.of(key(9, "9"), key(1, "1"), key(5, "5"))).dtmf());
    }

    @Test
    void keys_pressed_without_end_are_no_more_than_others_can_read() {
        List<Signal> mashed =
                IntStream.range(0, 50).mapToObj(seq -> key(seq, "55555")).toList();

        assertEquals(
                Optional.of("5".repeat(Timeline.MOST_KEYS)), Timeline.of(mashed).dtmf());
    }

    /** All 120 orders of five events that matter, then random calls in random orders. */
    @Test
    void every_order_of_arrival_gives_the_same_state() {
        List<Signal> call =
                List.of(signal(1, ANSWERED), key(2, "5"), key(3, "6"), signal(4, TRANSFERRED), signal(5, ENDED));
        Progress expected = progress(CallStatus.ENDED, at(1), at(5), "56", "to-4");

        permutations(call).forEach(order -> assertEquals(expected, Timeline.of(order), order::toString));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_order_of_arrival_of_any_call_gives_the_same_state(long seed) {
        Random random = new Random(seed);
        List<Signal> call = new ArrayList<>();
        for (int seq = random.nextInt(3); call.size() < 12; seq += 1 + random.nextInt(3)) {
            CallEventType type = CallEventType.values()[random.nextInt(CallEventType.values().length)];
            call.add(type == DTMF ? key(seq, Integer.toString(random.nextInt(100))) : signal(seq, type));
        }
        Progress expected = Timeline.of(call);

        for (int i = 0; i < 200; i++) {
            Collections.shuffle(call, random);
            assertEquals(expected, Timeline.of(call), call::toString);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    /** Each kind of event, told of a call that began long after it. */
    @Test
    void what_cannot_be_of_the_call_leaves_no_trace_in_it() {
        List<Signal> another = List.of(signal(1, ANSWERED), key(2, "5"), signal(3, TRANSFERRED), signal(4, ENDED));
        Instant start = at(4).plus(PlausibleTime.BEHIND).plusMillis(1);

        assertEquals(progress(CallStatus.RINGING, null, null, null, null), Timeline.since(start, another));
        assertEquals(
                progress(CallStatus.RINGING, null, null, null, null),
                Timeline.since(start, List.of(signal(1, ABANDONED))));
    }

    @Test
    void what_cannot_be_of_the_call_hides_nothing_that_can() {
        Signal later = new Signal(2, ANSWERED, START.plusSeconds(3600), null, null);

        assertEquals(
                progress(CallStatus.ANSWERED, later.at(), null, null, null),
                Timeline.since(later.at(), List.of(signal(1, ANSWERED), later, signal(3, ENDED))));
    }

    @Test
    void what_lies_before_the_start_as_clocks_differ_counts_as_it_was_told() {
        List<Signal> call = List.of(signal(1, ANSWERED), signal(2, ENDED));

        assertEquals(
                progress(CallStatus.ENDED, at(1), at(2), null, null),
                Timeline.since(at(1).plus(PlausibleTime.BEHIND), call));
    }

    private static Stream<List<Signal>> permutations(List<Signal> of) {
        if (of.isEmpty()) {
            return Stream.of(List.of());
        }
        return IntStream.range(0, of.size()).boxed().flatMap(i -> {
            List<Signal> rest = new ArrayList<>(of);
            Signal first = rest.remove(i.intValue());
            return permutations(rest)
                    .map(tail -> Stream.concat(Stream.of(first), tail.stream()).toList());
        });
    }

    private static Instant at(int seq) {
        return START.plusSeconds(seq);
    }

    private static Signal signal(int seq, CallEventType type) {
        return new Signal(seq, type, at(seq), null, type == TRANSFERRED ? "to-" + seq : null);
    }

    private static Signal key(int seq, String digits) {
        return new Signal(seq, DTMF, at(seq), digits, null);
    }

    private static Progress progress(
            CallStatus status, Instant answeredAt, Instant endedAt, String dtmf, String transferredTo) {
        return new Progress(
                status,
                Optional.ofNullable(answeredAt),
                Optional.ofNullable(endedAt),
                Optional.ofNullable(dtmf),
                Optional.ofNullable(transferredTo));
    }
}
