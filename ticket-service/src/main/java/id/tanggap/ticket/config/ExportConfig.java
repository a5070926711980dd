package id.tanggap.ticket.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** How the command centre presents itself to other systems, and what it tells whom. */
@ConfigMapping(prefix = "tanggap.export")
public interface ExportConfig {

    /** The centre's own name on the internet: part of every identifier that other systems keep. */
    @WithDefault("112.jepara.go.id")
    String domain();

    @WithDefault("Kabupaten Jepara")
    String regency();

    @WithDefault("Pusat Komando 112 Kabupaten Jepara")
    String centre();

    /** Regency's code (Kepmendagri 300.2.2-2430/2025). */
    @WithDefault("33.20")
    String regencyCode();

    /**
     * What the open view of requests tells of: these categories and all in them. Not among them is what would point at a person
     * in a village where everybody knows everybody: illness, violence, children, want, accidents, and people to be rescued.
     */
    @WithDefault("FIRE,LAND_FIRE,ANIMAL,DISASTER,UTILITIES,PUBLIC_WORKS,ENVIRONMENT")
    List<String> openCategories();

    /** Realm roles that may read it: that of the regency's own portal, which shows it to citizens, and the centre's. */
    @WithDefault("open-view,operator,supervisor,operations")
    List<String> open311Readers();

    /** What is a disaster, and told as CAP: these categories and all in them. */
    @WithDefault("DISASTER")
    List<String> disasterCategories();

    /** Status of a CAP message. A draft: whether the public is warned is decided by BPBD and BMKG, not by a report to 112. */
    @WithDefault("draft")
    CapStatus capStatus();

    /** The values of CAP 1.2, 3.2.1. */
    enum CapStatus {
        DRAFT("Draft"),
        TEST("Test"),
        EXERCISE("Exercise"),
        ACTUAL("Actual");

        private final String word;

        CapStatus(String word) {
            this.word = word;
        }

        /** As the message carries it. */
        public String word() {
            return word;
        }
    }
}
