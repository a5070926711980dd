package id.tanggap.lab.world.operator;

import id.tanggap.lab.world.chance.Dice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What operators write, in their words and their hurry. A story is written down like the truth: the words do not tell them
 * apart, and remarks about the caller fall on both.
 */
final class Wording {
    private static final Map<String, List<String>> SENTENCES = read();

    private static final List<String> PEOPLE = List.of(
            "bapak", "ibu", "lansia", "anak", "seorang pemuda", "tetangga", "nenek", "kakek", "bayi", "satu orang");
    private static final List<String> PLACES = List.of(
            "di %s",
            "dekat pasar %s",
            "depan balai desa, %s",
            "belakang masjid, kec. %s",
            "%s dekat sekolah",
            "di pertigaan %s",
            "%s RT 03",
            "sebelah pabrik %s");
    private static final List<String> REMARKS = List.of(
            "penelepon panik",
            "suara kurang jelas",
            "penelepon ragu-ragu",
            "suara anak",
            "terdengar tertawa di belakang",
            "penelepon menangis",
            "telepon terputus",
            "akan ditelepon balik");
    private static final Map<String, String> SHORT =
            Map.of("yang", "yg", "dekat", "dkt", "tidak", "tdk", "sudah", "sdh", "belum", "blm", "orang", "org");

    private final Dice dice;

    Wording(Dice dice) {
        this.dice = dice;
    }

    String of(String category, String kecamatan) {
        String text = dice.pick(SENTENCES.getOrDefault(category, SENTENCES.get("OTHER")))
                .replace("{tempat}", dice.pick(PLACES).formatted(kecamatan))
                .replace("{orang}", dice.pick(PEOPLE))
                .replace("{jumlah}", String.valueOf(2 + dice.below(5)));
        if (dice.chance(0.25)) {
            text += ", " + dice.pick(REMARKS);
        }
        return hurried(text);
    }

    /** Judgement: half of the operators abbreviate, one in five writes without capitals, one in twelve mistypes. */
    private String hurried(String text) {
        String written = text;
        if (dice.chance(0.5)) {
            for (String word : SHORT.keySet().stream().sorted().toList()) {
                written = written.replace(word, SHORT.get(word));
            }
        }
        if (dice.chance(0.2)) {
            written = written.toLowerCase(Locale.ROOT);
        }
        if (dice.chance(0.08)) {
            int at = 1 + dice.below(written.length() - 2);
            written =
                    written.substring(0, at) + written.charAt(at + 1) + written.charAt(at) + written.substring(at + 2);
        }
        return written;
    }

    private static Map<String, List<String>> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Wording.class.getResourceAsStream("wording.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|", 2))
                    .collect(Collectors.groupingBy(
                            parts -> parts[0], Collectors.mapping(parts -> parts[1], Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
