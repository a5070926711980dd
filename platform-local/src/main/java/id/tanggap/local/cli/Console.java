package id.tanggap.local.cli;

import java.io.PrintStream;

/** The person's terminal, or the file or pipe that stands for it; colours only where they are wanted. */
final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final boolean coloured;

    Console(PrintStream out, PrintStream err, boolean terminal, boolean coloured) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.coloured = coloured;
    }

    /** {@code ./tanggap} says by a property whether its output is a terminal; https://no-color.org is honoured. */
    static Console ofProcess() {
        String refused = System.getenv("NO_COLOR");
        boolean terminal = Boolean.getBoolean("tanggap.terminal") && !"dumb".equals(System.getenv("TERM"));
        return new Console(System.out, System.err, terminal, terminal && (refused == null || refused.isEmpty()));
    }

    PrintStream out() {
        return out;
    }

    boolean terminal() {
        return terminal;
    }

    boolean coloured() {
        return coloured;
    }

    void line(String text) {
        out.println(text);
    }

    void error(String text) {
        out.flush();
        err.println(paint(Paint.RED, "tanggap: ") + text);
    }

    String paint(Paint paint, String text) {
        return coloured ? "\u001b[" + paint.code + "m" + text + "\u001b[0m" : text;
    }

    /** What a colour is for, so that one thing looks the same everywhere. */
    enum Paint {
        GOOD("32"),
        BUSY("33"),
        RED("31"),
        FAINT("90"),
        BOLD("1");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }
}
