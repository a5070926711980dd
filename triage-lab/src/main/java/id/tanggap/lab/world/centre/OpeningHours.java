package id.tanggap.lab.world.centre;

/** Hours in which operators answer, WIB; outside them calls ring in vain. */
public record OpeningHours(int from, int until) {
    public static final OpeningHours ALWAYS = new OpeningHours(0, 24);

    public boolean open(int hour) {
        return hour >= from && hour < until;
    }
}
