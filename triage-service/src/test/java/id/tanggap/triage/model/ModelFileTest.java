package id.tanggap.triage.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {

    private static final ObjectMapper PLAIN = new ObjectMapper();

    @Test
    void readsBackExactlyWhatWasWrittenWhateverItsLayout() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            ModelFile file = ModelFile.of(AnyModel.next(random));
            String squeezed = PLAIN.readTree(file.json()).toString();
            assertEquals(file, ModelFile.parse(file.json()));
            assertEquals(file, ModelFile.parse(squeezed));
        }
    }

    @Test
    void theBundledModelIsWhole() {
        assertEquals(64, ModelFile.bundled().checksum().length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-0.7031234073030055 | -0.7031234073030054 | checksum is",
                "\"additive-0\" | \"additive-1\" | checksum is",
                "-0.7031234073030055 | 0.7031234073030055 | HOAX SPEECH: must not go up",
                "[ 0.0, 2.916689066213538 ] | [ 1.0, 2.916689066213538 ] | HOAX SILENCE: nothing must add nothing",
                "[ 4.0, 20.0 ] | [ 20.0, 4.0 ] | knots do not rise",
                "[ 4.0, 20.0 ] | [ 4.0 ] | a value for each",
                "\"SPEECH\" | \"SHOE_SIZE\" | not a readable model",
                "\"GHOST\" | \"GHOUL\" | not a readable model",
                "\"additive-0\" | \"no name\" | no plain name",
                "\"checksum\" : \" | \"checksum\" : \"f | checksum is",
                "{ | [ | not a readable model",
            })
    void refusesAFileThatWasChanged(String from, String to, String reason) {
        String json = ModelFile.of(JudgedModel.additive0()).json();
        assertTrue(json.contains(from));
        BrokenModelException broken =
                assertThrows(BrokenModelException.class, () -> ModelFile.parse(json.replace(from, to)));
        assertTrue(broken.getMessage().contains(reason), broken.getMessage());
    }

    @Test
    void refusesANumberThatIsNone() {
        Curve curve = new Curve(new double[] {0, 1}, new double[] {0, Double.NaN});
        Logit logit = new Logit(0, Map.of(Feature.OTHER, curve));
        assertThrows(BrokenModelException.class, () -> logit.check(Dichotomy.HOAX));
        assertThrows(BrokenModelException.class, () -> new Logit(1 / 0.0, Map.of()).check(Dichotomy.HOAX));
    }
}
