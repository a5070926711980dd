package id.tanggap.lab.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.reading.ReadingReport;
import id.tanggap.lab.world.World;
import id.tanggap.lab.world.centre.Centres;
import id.tanggap.triage.model.ModelFile;
import id.tanggap.triage.text.DangerModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundledModelTest {

    /** {@code ./tanggap evaluate -- --model FILE} writes it anew where world, features or training have changed. */
    @Test
    void the_bundled_model_is_the_one_that_this_laboratory_trains() {
        Evaluation evaluation = new Evaluation(World.of(Centres.named("jepara"), 365, 1));
        assertEquals(
                ModelFile.bundled().checksum(),
                ModelFile.of(evaluation.train()).checksum(),
                "run ./tanggap evaluate -- --model triage-service/src/main/resources/META-INF/tanggap/models/champion.json");
    }

    /** {@code ./tanggap evaluate -- --wording FILE} writes it anew where the reports or the training have changed. */
    @Test
    void so_is_the_bundled_model_of_wording() {
        assertEquals(
                DangerModel.bundled().checksum(),
                ReadingReport.trained().checksum(),
                "run ./tanggap evaluate -- --wording triage-service/src/main/resources" + DangerModel.BUNDLED);
    }

    @Test
    void the_published_documents_are_of_the_bundled_model() throws IOException {
        for (String document : Documents.TEMPLATES.values()) {
            assertTrue(
                    Files.readString(Path.of("../triage-service", document))
                            .contains(ModelFile.bundled().checksum()),
                    document + ": run ./tanggap evaluate -- --documents triage-service");
        }
        assertTrue(
                Files.readString(Path.of("../triage-service/MODEL-CARD.md"))
                        .contains(DangerModel.bundled().checksum()),
                "run ./tanggap evaluate -- --documents triage-service");
    }
}
