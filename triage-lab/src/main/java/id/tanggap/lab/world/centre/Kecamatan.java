package id.tanggap.lab.world.centre;

import id.tanggap.lab.world.Place;
import id.tanggap.lab.world.chance.Dice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A sub-district as a circle that lies inside its outline: enough to have every simulated point in the right one.
 */
public record Kecamatan(String name, double lat, double lon, double radiusKm) {

    static List<Kecamatan> of(String centre) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Kecamatan.class.getResourceAsStream(centre + ".csv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Kecamatan::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any point of it, as likely as any other. */
    public Place somewhere(Dice dice) {
        return near(new Place(name, lat, lon), radiusKm, dice);
    }

    /** A point so near another, and still in this kecamatan. */
    public Place near(Place centre, double km, Dice dice) {
        Place middle = new Place(name, lat, lon);
        double reach = Math.min(km, radiusKm);
        for (int attempt = 0; attempt < 20; attempt++) {
            double angle = dice.between(0, 2 * Math.PI);
            double far = reach * Math.sqrt(dice.between(0, 1));
            Place place = centre.moved(far * Math.cos(angle), far * Math.sin(angle));
            if (place.kmTo(middle) <= radiusKm) {
                return place;
            }
        }
        return centre;
    }

    private static Kecamatan parse(String line) {
        String[] fields = line.split(",");
        return new Kecamatan(
                fields[0], Double.parseDouble(fields[1]), Double.parseDouble(fields[2]), Double.parseDouble(fields[3]));
    }
}
