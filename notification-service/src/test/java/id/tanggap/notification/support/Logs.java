package id.tanggap.notification.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps every line that the service logs, stack traces included. */
public final class Logs extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");

    public Logs() {
        setFormatter(new SimpleFormatter() {
            @Override
            public String formatMessage(LogRecord line) {
                return line instanceof org.jboss.logmanager.ExtLogRecord extended
                        ? extended.getFormattedMessage()
                        : super.formatMessage(line);
            }
        });
        setLevel(Level.ALL);
        root.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(getFormatter().format(line));
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
