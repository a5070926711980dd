package id.tanggap.ticket.area.policy;

import java.util.Optional;

/**
 * What became of the names that were told.
 *
 * @param told whether any was
 * @param kecamatan the one that they mean, empty if none is like them
 * @param desa likewise; always in that kecamatan
 */
public record Named(boolean told, Optional<Area> kecamatan, Optional<Area> desa) {

    /** No name was told. */
    public static final Named NOTHING = new Named(false, Optional.empty(), Optional.empty());

    /** The smallest area that they mean. */
    public Optional<Area> smallest() {
        return desa.or(() -> kecamatan);
    }
}
