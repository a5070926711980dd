package id.tanggap.triage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DangerModelTest {

    private final DangerModel model = new DangerModel(Map.of("=api", 2.0, "ada api", 1.0, "=sampah", -3.0), -1, 0.5);

    @Test
    void aTextIsWordsPairsAndLettersInARow() {
        assertEquals(Set.of("=api", "^ api", "_ap", "_api", "_api_", "api", "api_", "pi_"), Ngrams.of("API!"));
        assertTrue(Ngrams.of("ada api").contains("ada api"));
    }

    @Test
    void theSumIsOfKnownNgramsByTheRootOfTheirNumber() {
        assertEquals(-1 + 3 / Math.sqrt(2), model.logOdds("ada api"), 1e-9);
        assertEquals(-1, model.logOdds("selamat pagi"), 1e-9);
        assertEquals(-1, model.logOdds(""), 1e-9);
    }

    @Test
    void aTextSpeaksOfDangerFromTheThresholdOn() {
        assertTrue(model.speaksOfDanger("ada api"));
        assertFalse(model.speaksOfDanger("ada api sampah"));
    }

    @Test
    void aFileHoldsTheWholeModel() {
        assertEquals(model.lines(), DangerModel.parse(model.lines()).lines());
    }

    @Test
    void aChangedFileIsRefused() {
        List<String> changed = new ArrayList<>(model.lines());
        changed.set(changed.size() - 1, "ada api;9.0");
        assertThrows(IllegalArgumentException.class, () -> DangerModel.parse(changed));
    }

    @Test
    void theBundledOneIsWhole() {
        assertEquals(64, DangerModel.bundled().checksum().length());
    }
}
