package id.tanggap.triage.audio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Weights that were trained and are data: a row of the constant and one of each feature, named in the first column. */
final class WeightFile {

    private final List<String[]> rows;

    private WeightFile(List<String[]> rows) {
        this.rows = rows;
    }

    /** @throws IllegalStateException if it is not one of so many features */
    static WeightFile read(String path, int features) {
        try (BufferedReader source = new BufferedReader(
                new InputStreamReader(WeightFile.class.getResourceAsStream(path), StandardCharsets.US_ASCII))) {
            List<String[]> rows = source.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .toList();
            if (rows.size() != 1 + features) {
                throw new IllegalStateException(path + ": weights of " + rows.size() + " features");
            }
            return new WeightFile(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /** The constant and then the features' weights. */
    double[] column(int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }
}
