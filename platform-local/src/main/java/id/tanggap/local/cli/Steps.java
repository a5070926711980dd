package id.tanggap.local.cli;

import id.tanggap.local.cli.Console.Paint;
import id.tanggap.local.stack.Progress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Steps as they happen: one line for each that is over, and on a terminal, below them, those under way with their seconds
 * counting. After the first failure the steps that fall with it are not called failures.
 */
final class Steps implements Progress, AutoCloseable {
    private static final Duration REDRAW = Duration.ofMillis(200);

    private final Console console;
    private final String doneWord;
    private final Map<String, Long> underWay = new LinkedHashMap<>();
    private final Thread ticker;
    private boolean closed;
    private boolean failed;
    private int drawn;

    Steps(Console console, String doneWord) {
        this.console = console;
        this.doneWord = doneWord;
        this.ticker = console.terminal()
                ? Thread.ofVirtual().start(this::tick)
                : Thread.ofVirtual().unstarted(() -> {});
    }

    @Override
    public synchronized void begun(String step) {
        underWay.put(step, System.nanoTime());
        draw();
    }

    @Override
    public synchronized void done(String step, Duration took) {
        over(step, Paint.GOOD, doneWord, took);
    }

    @Override
    public synchronized void failed(String step, Duration after) {
        over(step, failed ? Paint.FAINT : Paint.RED, failed ? "given up" : "failed", after);
        failed = true;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            erase();
        }
        ticker.interrupt();
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private void over(String step, Paint paint, String word, Duration took) {
        underWay.remove(step);
        erase();
        console.line("  %-34s %s %s"
                .formatted(step, console.paint(paint, "%-8s".formatted(word)), "%8s".formatted(seconds(took))));
        draw();
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(REDRAW);
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    draw();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void draw() {
        if (!console.terminal() || closed) {
            return;
        }
        erase();
        long now = System.nanoTime();
        underWay.forEach((step, start) -> console.line("  %-34s %s %s"
                .formatted(
                        step,
                        console.paint(Paint.BUSY, "%-8s".formatted("...")),
                        console.paint(Paint.FAINT, "%8s".formatted(seconds(Duration.ofNanos(now - start)))))));
        drawn = underWay.size();
    }

    private void erase() {
        if (drawn > 0) {
            console.out().print("\u001b[" + drawn + "A\u001b[J");
            drawn = 0;
        }
    }
}
