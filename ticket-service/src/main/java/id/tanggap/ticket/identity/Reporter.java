package id.tanggap.ticket.identity;

/**
 * Who reported; each part may be absent (null). Never logged.
 *
 * @param contact E.164
 */
public record Reporter(String name, String contact) {

    @Override
    public String toString() {
        return "Reporter[withheld]";
    }
}
