package id.tanggap.intake.report;

import java.util.Optional;

/**
 * Where help is needed, as far as the caller could say.
 *
 * @param lat degrees, WGS 84; with {@code lon} or not at all
 * @param lon degrees, WGS 84
 * @param kecamatan district
 * @param desa village
 */
public record Place(
        Optional<Double> lat,
        Optional<Double> lon,
        Optional<String> kecamatan,
        Optional<String> desa,
        Optional<String> address) {

    boolean isUnknown() {
        return lat.isEmpty() && lon.isEmpty() && kecamatan.isEmpty() && desa.isEmpty() && address.isEmpty();
    }
}
