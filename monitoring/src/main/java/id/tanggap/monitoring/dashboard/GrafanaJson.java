package id.tanggap.monitoring.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Dashboards in Grafana's own form (schema version 39, Grafana 11), laid out from left to right and from top to bottom. */
public final class GrafanaJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COLUMNS = 24;
    private static final String DATASOURCE = "${datasource}";

    private final List<Dashboard> others;
    private int id;
    private int x;
    private int y;
    private int tallest;

    private GrafanaJson(List<Dashboard> others) {
        this.others = others;
    }

    /** {@code all}: those that it links to, itself among them or not. */
    public static String of(Dashboard dashboard, List<Dashboard> all) {
        List<Dashboard> others =
                all.stream().filter(each -> !each.uid().equals(dashboard.uid())).toList();
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new GrafanaJson(others).page(dashboard))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode page(Dashboard dashboard) {
        ObjectNode root = JSON.createObjectNode()
                .put("uid", dashboard.uid())
                .put("title", dashboard.title())
                .put("description", dashboard.description())
                .put("timezone", "Asia/Jakarta")
                .put("schemaVersion", 39)
                .put("editable", false)
                .put("refresh", "30s");
        root.putArray("tags").add("tanggap-112");
        root.putObject("time").put("from", dashboard.from()).put("to", "now");
        ArrayNode links = root.putArray("links");
        others.forEach(other -> links.addObject()
                .put("type", "link")
                .put("title", other.title())
                .put("url", "/d/" + other.uid())
                .put("keepTime", false)
                .put("includeVars", true));
        root.set("templating", variables());
        ArrayNode panels = root.putArray("panels");
        for (Dashboard.Row row : dashboard.rows()) {
            heading(panels, row.title());
            row.panels().forEach(panel -> add(panels, panel));
            newLine();
        }
        return root;
    }

    private static ObjectNode variables() {
        ObjectNode templating = JSON.createObjectNode();
        ArrayNode list = templating.putArray("list");
        list.addObject()
                .put("name", "datasource")
                .put("type", "datasource")
                .put("label", "Sumber data")
                .put("query", "prometheus");
        list.addObject()
                .put("name", "runbooks")
                .put("type", "constant")
                .put("label", "Runbook")
                .put("query", "http://127.0.0.1:8190/user/runbooks");
        return templating;
    }

    private void heading(ArrayNode panels, String title) {
        ObjectNode row = panels.addObject()
                .put("id", ++id)
                .put("type", "row")
                .put("title", title)
                .put("collapsed", false);
        position(row, COLUMNS, 1);
        row.putArray("panels");
        newLine();
    }

    private void add(ArrayNode panels, Panel panel) {
        if (x + panel.width() > COLUMNS) {
            newLine();
        }
        ObjectNode node = panels.addObject()
                .put("id", ++id)
                .put("type", panel.kind().type)
                .put("title", panel.title())
                .put("description", panel.description());
        position(node, panel.width(), panel.kind().height);
        datasource(node);
        ArrayNode targets = node.putArray("targets");
        for (Query query : panel.queries()) {
            ObjectNode target = targets.addObject()
                    .put("refId", String.valueOf((char) ('A' + targets.size())))
                    .put("expr", query.expression())
                    .put("legendFormat", query.legend())
                    .put("instant", instant(panel.kind()))
                    .put("range", !instant(panel.kind()))
                    .put("format", panel.kind() == Kind.HEAT ? "heatmap" : "time_series");
            datasource(target);
        }
        node.set("fieldConfig", fields(panel));
        node.set("options", options(panel.kind()));
        ArrayNode links = node.putArray("links");
        panel.runbooks().forEach(alert -> links.addObject()
                .put("title", "Runbook: " + alert)
                .put("url", "${runbooks}/" + alert + ".md")
                .put("targetBlank", true));
    }

    private static boolean instant(Kind kind) {
        return kind == Kind.STAT || kind == Kind.BARS;
    }

    private static ObjectNode fields(Panel panel) {
        ObjectNode config = JSON.createObjectNode();
        ObjectNode defaults =
                config.putObject("defaults").put("unit", panel.unit().id).put("decimals", panel.unit().decimals);
        if (panel.unit() == Unit.SHARE) {
            defaults.put("min", 0).put("max", 1);
        }
        ArrayNode steps =
                defaults.putObject("thresholds").put("mode", "absolute").putArray("steps");
        steps.addObject().put("color", colour(panel.start())).putNull("value");
        panel.thresholds()
                .forEach(each ->
                        steps.addObject().put("color", colour(each.colour())).put("value", each.from()));
        if (panel.kind() == Kind.LINES || panel.kind() == Kind.STACK) {
            ObjectNode custom = defaults.putObject("custom")
                    .put("drawStyle", "line")
                    .put("lineWidth", 1)
                    .put("fillOpacity", panel.kind() == Kind.STACK ? 60 : 10);
            custom.putObject("stacking").put("mode", panel.kind() == Kind.STACK ? "normal" : "none");
            custom.putObject("thresholdsStyle").put("mode", panel.thresholds().isEmpty() ? "off" : "line");
        }
        config.putArray("overrides");
        return config;
    }

    private static ObjectNode options(Kind kind) {
        ObjectNode options = JSON.createObjectNode();
        switch (kind) {
            case STAT -> {
                reduce(options);
                options.put("colorMode", "background").put("graphMode", "none").put("textMode", "auto");
            }
            case BARS -> {
                reduce(options);
                options.put("orientation", "horizontal").put("displayMode", "basic");
            }
            case LINES, STACK -> {
                options.putObject("legend")
                        .put("displayMode", "list")
                        .put("placement", "bottom")
                        .put("showLegend", true);
                options.putObject("tooltip").put("mode", "multi").put("sort", "desc");
            }
            case HEAT -> options.put("calculate", false);
        }
        return options;
    }

    private static void reduce(ObjectNode options) {
        ObjectNode reduce = options.putObject("reduceOptions").put("values", false);
        reduce.putArray("calcs").add("lastNotNull");
    }

    private static void datasource(ObjectNode node) {
        node.putObject("datasource").put("type", "prometheus").put("uid", DATASOURCE);
    }

    private static String colour(Threshold.Colour colour) {
        return colour.name().toLowerCase(Locale.ROOT);
    }

    private void position(ObjectNode panel, int width, int height) {
        panel.putObject("gridPos").put("x", x).put("y", y).put("w", width).put("h", height);
        x += width;
        tallest = Math.max(tallest, height);
    }

    private void newLine() {
        x = 0;
        y += tallest;
        tallest = 0;
    }
}
