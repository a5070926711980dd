package id.tanggap.ticket.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The regency's outlines, and how exactly they are to be taken. */
@ConfigMapping(prefix = "tanggap.area")
public interface AreaConfig {

    /** Resource with the outlines of the desa; its README says from where. */
    @WithDefault("/areas/jepara-desa.geojson")
    String outlines();

    /**
     * How far beyond an outline a point still counts as inside, in metres. A phone in a house is some hundred metres wrong,
     * the outlines some ten, and jetties reach a few hundred out.
     */
    @WithDefault("500")
    double borderMetres();

    /**
     * How far off a coast a point still counts as that coast's, in metres: 24 nautical miles, so that no stretch of the 80
     * km ferry line between Jepara and Karimunjawa is nobody's.
     */
    @WithDefault("44448")
    double offshoreMetres();
}
