package id.tanggap.lab.evaluate.rival;

import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.model.Dichotomy;
import java.util.List;
import java.util.function.Predicate;

/** Which samples a dichotomy concerns, and what it asks of them: as triage's own trainer has it. */
record Question(Predicate<Sample> concerns, Predicate<Sample> answer) {

    static Question of(Dichotomy dichotomy) {
        Predicate<Sample> hoax = sample -> sample.label().hoax();
        return switch (dichotomy) {
            case HOAX -> new Question(sample -> true, hoax);
            case GHOST -> new Question(hoax, sample -> sample.label() == Label.GHOST);
            case INFORMATION -> new Question(hoax.negate(), sample -> sample.label() == Label.INFORMATION);
        };
    }

    List<Sample> concerned(List<Sample> samples) {
        return samples.stream().filter(concerns).toList();
    }
}
