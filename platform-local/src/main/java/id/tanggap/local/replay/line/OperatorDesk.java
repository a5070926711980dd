package id.tanggap.local.replay.line;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The operators on shift; each has one call at a time, callers wait in order of arrival. */
public final class OperatorDesk {
    private final BlockingQueue<String> free;

    public OperatorDesk(List<String> operators) {
        free = new ArrayBlockingQueue<>(operators.size(), true, operators);
    }

    String take() throws InterruptedException {
        return free.take();
    }

    void release(String operator) {
        free.add(operator);
    }
}
