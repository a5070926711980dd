package id.tanggap.lab.evaluate;

import id.tanggap.lab.table.Finding;
import id.tanggap.triage.model.ModelFile;
import id.tanggap.triage.model.Training;
import id.tanggap.triage.text.DangerModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the bundled model's card and the data-protection impact assessment (UU PDP, article 34) from the table's numbers. */
final class Documents {
    static final Map<String, String> TEMPLATES = Map.of("model-card.md", "MODEL-CARD.md", "dpia.md", "DPIA.md");

    private static final Pattern FIGURE = Pattern.compile("\\{\\{([a-z.-]+)}}");

    private final Map<String, String> figures = new HashMap<>();

    /**
     * With the figures of one run.
     *
     * @param rows of the bundled model
     * @param reading by reader, triage's own first
     */
    Documents(
            ModelFile file,
            List<Finding> rows,
            List<Finding> hearing,
            Map<String, List<Finding>> reading,
            HandOvers handOvers,
            String trained,
            String tested,
            int later,
            int other) {
        Training training = file.model().training();
        figures.put("model.version", file.model().version());
        figures.put("model.checksum", file.checksum());
        figures.put("model.source", training.source());
        figures.put("model.calls", Finding.text("%,d", training.calls()));
        figures.put("model.rows", Finding.text("%,d", training.rows()));
        figures.put("model.from", String.valueOf(training.from()));
        figures.put("model.to", String.valueOf(training.to()));
        figures.put("trained", trained);
        figures.put("tested", tested);
        figures.put("later", Finding.text("%,d", later));
        figures.put("other", Finding.text("%,d", other));
        figures.put("slow", handOvers.slow());
        figures.put("hand-over", String.join("\n", handOvers.lines()));
        figures.put("table", table(rows));
        figures.put("hearing", table(hearing));
        figures.put("wording.checksum", DangerModel.bundled().checksum());
        figures.put(
                "reading",
                reading.entrySet().stream()
                        .map(each -> "| **" + each.getKey() + "** | | | |\n" + table(each.getValue()))
                        .collect(Collectors.joining("\n")));
        for (Finding row : rows) {
            figures.put(row.code(), row.shown());
            figures.put(row.code() + ".goal", row.goal());
        }
    }

    private static String table(List<Finding> rows) {
        return rows.stream()
                .map(row -> Finding.text(
                        "| %s | %s | %s | %s |",
                        row.measure(),
                        row.shown(),
                        row.goal(),
                        row.verdict().equals("MISSED") ? "**missed**" : row.verdict()))
                .collect(Collectors.joining("\n"));
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> each : TEMPLATES.entrySet()) {
            Files.writeString(folder.resolve(each.getValue()), filled(template(each.getKey())));
        }
    }

    private String filled(String template) {
        Matcher matcher = FIGURE.matcher(template);
        return matcher.replaceAll(match -> {
            String figure = figures.get(match.group(1));
            if (figure == null) {
                throw new IllegalStateException("no figure is called " + match.group(1));
            }
            return Matcher.quoteReplacement(figure);
        });
    }

    private static String template(String name) throws IOException {
        try (InputStream source = Documents.class.getResourceAsStream(name)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
