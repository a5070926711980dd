package id.tanggap.system;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Beside each other, for each kills a service of its own and waits half of its time for what it killed. */
@Order(4)
class ServicesKilledTest {
    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Deliveries extends DeliveriesKilled {}

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class Sound extends SoundKilled {}
}
