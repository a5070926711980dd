package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/threat-model.md} names what stands against a threat: a name that leads nowhere is protection that nobody has. */
class ThreatModelTest {
    private static final Path ROOT = Path.of("..");
    private static final Set<String> NO_SOURCES = Set.of("target", "node_modules");

    private static final Pattern NAMED = Pattern.compile("`([^`\\n]+)`");
    /** {@code SealTest} or {@code SealTest.opens_what_it_sealed}; not {@code SASL_PLAINTEXT}. */
    private static final Pattern CLASS = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:\\.(\\w+))?");

    private static final Pattern FILE = Pattern.compile("[\\w-][\\w.-]*(?:/[\\w.-]+)+");

    private static Map<String, List<Path>> classes;

    @BeforeAll
    static void find() throws IOException {
        classes = new TreeMap<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean passedOver = NO_SOURCES.contains(name) || name.startsWith(".") && !folder.equals(ROOT);
                return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (name.endsWith(".java")) {
                    classes.computeIfAbsent(name.substring(0, name.length() - ".java".length()), x -> new ArrayList<>())
                            .add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void whatStandsAgainstAThreatIsThere() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/threat-model.md"));
        List<String> names =
                NAMED.matcher(page).results().map(name -> name.group(1)).toList();
        assertTrue(names.stream().filter(name -> CLASS.matcher(name).matches()).count() > 100, names.toString());

        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (!isThere(name)) {
                missing.add(name);
            }
        }
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SealNobodyWroteTest", "SealTest.opens_what_nobody_sealed", "SealTest.opens", "docs/none.md"})
    void whatIsNotThereIsSeen(String name) throws IOException {
        assertTrue(!isThere(name), name);
    }

    /** Each threat is answered or left open, and what is left open is weighed. */
    @Test
    void nothingIsPassedOverInSilence() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/threat-model.md"))) {
            if (line.matches("\\| [STRIDE] \\|.*")) {
                String[] cells = line.split("\\|", -1);
                String against = cells[3].strip();
                String open = cells[4].strip();
                String grave = cells[5].strip();
                boolean weighed = open.isEmpty()
                        ? grave.isEmpty()
                        : Set.of("low", "middle", "high").contains(grave);
                if (cells.length != 7 || !weighed || against.isEmpty() && open.isEmpty()) {
                    wrong.add(line);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean isThere(String name) throws IOException {
        if (FILE.matcher(name).matches()) {
            return Files.exists(ROOT.resolve(name));
        }
        var matcher = CLASS.matcher(name);
        return !matcher.matches() || declares(matcher.toMatchResult());
    }

    /** Services have classes of one name; one of them has it. */
    private static boolean declares(MatchResult named) throws IOException {
        List<Path> files = classes.getOrDefault(named.group(1), List.of());
        if (named.group(2) == null) {
            return !files.isEmpty();
        }
        // A method, or a rule of ArchUnit's, which is a field.
        Pattern member = Pattern.compile("(?:void|ArchRule) " + named.group(2) + "(?: =|\\()");
        for (Path file : files) {
            if (member.matcher(Files.readString(file)).find()) {
                return true;
            }
        }
        return false;
    }
}
