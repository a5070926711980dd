package id.tanggap.triage.text;

import id.tanggap.triage.place.Gazetteer;
import id.tanggap.triage.place.Place;
import id.tanggap.triage.place.Position;
import id.tanggap.triage.policy.Indicator;
import java.util.Optional;
import java.util.Set;

/** Understands what an operator wrote: its dangers, and its place. */
public final class ReportReader {

    private final DangerReader dangers;
    private final Gazetteer places;

    public ReportReader(DangerReader dangers, Gazetteer places) {
        this.dangers = dangers;
        this.places = places;
    }

    public Set<Indicator> dangers(Optional<String> category, Optional<String> text) {
        return dangers.in(category.orElse(""), text.orElse(""));
    }

    /** By the names that the operator chose, else by the first that the text names. */
    public Optional<Position> position(Optional<String> kecamatan, Optional<String> desa, Optional<String> text) {
        return places.named(kecamatan, desa)
                .or(() -> text.flatMap(words -> places.in(words).stream().findFirst()))
                .map(Place::position);
    }
}
