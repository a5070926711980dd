package id.tanggap.monitoring.dashboard;

import java.util.List;

/**
 * One page.
 *
 * @param uid names it in links, and is its file's name
 * @param title in Indonesian
 * @param description in English: who looks at it, and for what
 * @param from the beginning of what it shows, such as {@code now/d}
 */
public record Dashboard(String uid, String title, String description, String from, List<Row> rows) {

    /** Panels side by side under a heading; those that do not fit into 24 columns go below. */
    public record Row(String title, List<Panel> panels) {
        static Row of(String title, Panel... panels) {
            return new Row(title, List.of(panels));
        }
    }
}
