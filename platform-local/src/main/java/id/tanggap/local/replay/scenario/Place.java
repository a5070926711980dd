package id.tanggap.local.replay.scenario;

import java.util.Optional;

/** A point in WGS 84 and the desa and kecamatan in which it lies. */
public record Place(String kecamatan, String desa, double lat, double lon, Optional<String> address) {}
