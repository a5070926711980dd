package id.tanggap.ticket.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Embeddable;

/**
 * Where help is needed, as far as the reporter could say; every part may be absent (null).
 *
 * @param lat degrees, WGS 84
 * @param lon degrees, WGS 84
 */
@Embeddable
public record Location(Double lat, Double lon, String kecamatan, String desa, String address) {

    /** Whether it says nothing at all. */
    @JsonIgnore
    public boolean isEmpty() {
        return lat == null && lon == null && kecamatan == null && desa == null && address == null;
    }
}
