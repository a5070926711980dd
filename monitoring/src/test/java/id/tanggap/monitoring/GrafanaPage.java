package id.tanggap.monitoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A dashboard as Grafana reads it: a field that is not named here, or is of another type, is an error. */
record GrafanaPage(
        String uid,
        String title,
        String description,
        String timezone,
        int schemaVersion,
        boolean editable,
        String refresh,
        List<String> tags,
        Time time,
        List<PageLink> links,
        Templating templating,
        List<Panel> panels) {

    record Time(String from, String to) {}

    record PageLink(String type, String title, String url, boolean keepTime, boolean includeVars) {}

    record Templating(List<Variable> list) {}

    record Variable(String name, String type, String label, String query) {}

    record Panel(
            int id,
            String type,
            String title,
            String description,
            Position gridPos,
            Datasource datasource,
            List<Target> targets,
            FieldConfig fieldConfig,
            Options options,
            List<PanelLink> links,
            Boolean collapsed,
            List<Panel> panels) {
        boolean row() {
            return type.equals("row");
        }
    }

    record Position(int x, int y, int w, int h) {
        boolean overlaps(Position other) {
            return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
        }
    }

    record Datasource(String type, String uid) {}

    record Target(
            String refId,
            String expr,
            String legendFormat,
            boolean instant,
            boolean range,
            String format,
            Datasource datasource) {}

    record FieldConfig(Defaults defaults, List<Object> overrides) {}

    record Defaults(String unit, Integer decimals, Double min, Double max, Thresholds thresholds, Custom custom) {}

    record Thresholds(String mode, List<Step> steps) {}

    record Step(String color, Double value) {}

    record Custom(String drawStyle, int lineWidth, int fillOpacity, Mode stacking, Mode thresholdsStyle) {}

    record Mode(String mode) {}

    record Options(
            Reduce reduceOptions,
            String colorMode,
            String graphMode,
            String textMode,
            String orientation,
            String displayMode,
            Legend legend,
            Tooltip tooltip,
            Boolean calculate) {}

    record Reduce(boolean values, List<String> calcs) {}

    record Legend(String displayMode, String placement, boolean showLegend) {}

    record Tooltip(String mode, String sort) {}

    record PanelLink(String title, String url, boolean targetBlank) {}

    static GrafanaPage read(Path file) throws IOException {
        // Jackson refuses unknown fields unless it is told otherwise.
        return new ObjectMapper().readValue(file.toFile(), GrafanaPage.class);
    }
}
