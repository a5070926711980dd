package id.tanggap.lab.reading;

import id.tanggap.triage.policy.Indicator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A report that we wrote, with what a person finds in it.
 *
 * @param writer the manner of writing: each stands in one file only
 * @param family what makes it easy or hard to read
 * @param dangers none where a danger is denied, over, only feared, asked about or played
 */
record Written(String writer, String family, Set<Indicator> dangers, String text) {

    static List<Written> of(String resource) {
        return lines(resource).stream().map(Written::parse).toList();
    }

    /** Without comments. */
    static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Written.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean lifeThreat() {
        return dangers.contains(Indicator.LIFE_THREAT);
    }

    private static Written parse(String line) {
        String[] parts = line.split("\\|", 4);
        EnumSet<Indicator> dangers = EnumSet.noneOf(Indicator.class);
        if (!parts[2].equals("-")) {
            Arrays.stream(parts[2].split(",")).map(Written::danger).forEach(dangers::add);
        }
        return new Written(parts[0], parts[1], Collections.unmodifiableSet(dangers), parts[3]);
    }

    private static Indicator danger(String letter) {
        return switch (letter) {
            case "L" -> Indicator.LIFE_THREAT;
            case "F" -> Indicator.FIRE;
            case "M" -> Indicator.MEDICAL;
            case "C" -> Indicator.CHILD;
            case "V" -> Indicator.VIOLENCE;
            case "D" -> Indicator.DISASTER;
            default -> throw new IllegalArgumentException("no danger is called " + letter);
        };
    }
}
