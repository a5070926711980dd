package id.tanggap.local.replay.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void percentilesAreMeasuredValuesWhateverTheOrder() {
        List<Long> shuffled = LongStream.rangeClosed(1, 20)
                .map(i -> (i * 7 % 20 + 1) * 1_000_000)
                .boxed()
                .toList();
        assertEquals(new Latency(20, 10, 19, 20), Latency.ofNanos(shuffled));
    }

    @Test
    void aTicketFasterThanTheAnswerTookNoTime() {
        assertEquals(new Latency(1, 0, 0, 0), Latency.ofNanos(List.of(-5_000_000L)));
    }

    @Test
    void nothingMeasuredIsSaid() {
        assertEquals(0, Latency.ofNanos(List.of()).count());
    }
}
