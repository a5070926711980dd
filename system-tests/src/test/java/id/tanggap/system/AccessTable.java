package id.tanggap.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@code docs/access.md} says of who may do what: each of its tables, under the heading that it stands below. */
final class AccessTable {
    private static final String YES = "✓";

    private final Map<String, Map<String, Map<String, String>>> tables = new LinkedHashMap<>();

    AccessTable(Path page) throws IOException {
        String heading = "";
        List<String> columns = null;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("## ")) {
                heading = line.substring(3).strip();
            }
            if (!line.startsWith("|")) {
                columns = null;
            } else if (columns == null) {
                columns = cells(line);
            } else if (!line.startsWith("|--")) {
                row(heading, columns, cells(line));
            }
        }
    }

    /** Who may, by operation. */
    Map<String, Set<String>> allowed(String heading) {
        Map<String, Set<String>> allowed = new TreeMap<>();
        table(heading).forEach((operation, marks) -> {
            Set<String> roles = new TreeSet<>();
            marks.forEach((role, mark) -> {
                if (mark.equals(YES)) {
                    roles.add(role);
                }
            });
            allowed.put(operation, roles);
        });
        return allowed;
    }

    /** Its rows by their first cell; in each, what stands in which column. */
    Map<String, Map<String, String>> table(String heading) {
        return tables.getOrDefault(heading, Map.of());
    }

    private void row(String heading, List<String> columns, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        Map<String, String> before =
                tables.computeIfAbsent(heading, any -> new LinkedHashMap<>()).put(cells.getFirst(), row);
        if (before != null) {
            throw new IllegalArgumentException("twice under " + heading + ": " + cells.getFirst());
        }
    }

    private static List<String> cells(String line) {
        String[] parts = line.split("\\|", -1);
        return Arrays.stream(parts, 1, parts.length - 1)
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }
}
