package id.tanggap.lab.world.centre;

import java.util.List;

/** The centres that can be simulated. */
public final class Centres {
    private static final List<CentreProfile> ALL =
            List.of(Jepara.PROFILE, Purworejo.PROFILE, Semarang.PROFILE, Jakarta.PROFILE);

    private Centres() {}

    public static List<CentreProfile> all() {
        return ALL;
    }

    public static CentreProfile named(String name) {
        return ALL.stream()
                .filter(centre -> centre.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no centre " + name + "; known are "
                        + String.join(
                                ", ", ALL.stream().map(CentreProfile::name).toList()) + "."));
    }
}
