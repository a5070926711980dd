package id.tanggap.notification.wording.policy;

import id.tanggap.notification.clock.policy.Wib;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A ticket in a person's words, each on one line. The hoax score is told in words with its reason and never as a reason not
 * to go.
 */
public final class Words {

    private static final int LONGEST_CATEGORY = 40;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_AREA = 40;
    private static final int LONGEST_ADDRESS = 100;
    private static final int LONGEST_REASON = 80;
    private static final String MORE = "...";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd-MM-uuuu HH.mm 'WIB'").withZone(Wib.ZONE);

    private final TicketFacts facts;
    private final Language language;

    public Words(TicketFacts facts, Language language) {
        this.facts = facts;
        this.language = language;
    }

    /** How urgent, what kind, and what happened to it, in this order. */
    public String headline() {
        return urgency() + " P" + facts.priority() + ": " + category() + " - " + event();
    }

    String urgency() {
        if (facts.urgent()) {
            return language.of("DARURAT", "EMERGENCY");
        }
        return facts.priority() >= 5 ? language.of("SEGERA", "URGENT") : language.of("BIASA", "ROUTINE");
    }

    String category() {
        return limited(facts.category().in(language), LONGEST_CATEGORY);
    }

    /** What happened, from what matters most: a crew that drives to a cancelled ticket is missing elsewhere. */
    public String event() {
        return switch (facts.change()) {
            case "TEST" -> language.of("UJI COBA", "TEST");
            case "PAUSED" -> language.of("SALURAN DIJEDA", "CHANNEL PAUSED");
            case "DISABLED" -> language.of("SALURAN DIMATIKAN", "CHANNEL DISABLED");
            default -> happened();
        };
    }

    private String happened() {
        return switch (facts.status()) {
            case "Cancelled" -> language.of("DIBATALKAN", "CANCELLED");
            case "Closed" -> language.of("selesai", "closed");
            default ->
                facts.missedStep()
                        .map(this::missed)
                        .orElseGet(() ->
                                facts.status().equals("ReOpened") ? language.of("dibuka lagi", "reopened") : changed());
        };
    }

    private String missed(String step) {
        return switch (step) {
            case "ACCEPT", "ACCEPT_REMINDED" -> language.of("BELUM DITERIMA", "NOT ACCEPTED YET");
            case "EN_ROUTE" -> language.of("BELUM BERANGKAT", "NOT EN ROUTE YET");
            case "ON_SCENE" -> language.of("BELUM DI LOKASI", "NOT ON SCENE YET");
            default -> language.of("LEWAT BATAS WAKTU", "OVERDUE");
        };
    }

    private String changed() {
        return switch (facts.change()) {
            case "OPENED" -> language.of("tiket baru", "new ticket");
            case "PRIORITY" -> language.of("prioritas berubah", "priority changed");
            case "VERIFIED" -> language.of("hasil pengecekan", "checked");
            case "MERGED", "RELATED" -> language.of("ada laporan lain", "another report");
            default -> language.of("perubahan", "update");
        };
    }

    /** Where: the narrowest first, as one asks one's way. */
    public String place() {
        TicketFacts.Place place = facts.place();
        String known = Stream.of(
                        limited(place.address(), LONGEST_ADDRESS),
                        limited(place.desa(), LONGEST_AREA),
                        prefixed("Kec. ", limited(place.kecamatan(), LONGEST_AREA)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        if (known.isEmpty()) {
            known = place.coordinates().isEmpty()
                    ? language.of("Lokasi belum diketahui", "Place not known yet")
                    : place.coordinates();
        }
        return place.disagrees()
                ? known + language.of(" (lokasi perlu dipastikan)", " (place to be confirmed)")
                : known;
    }

    /** Coordinates, if they are known. */
    public Optional<String> coordinates() {
        return Optional.of(facts.place().coordinates()).filter(known -> !known.isEmpty());
    }

    /** What must not be overlooked, before the caller's own words. */
    public String warning() {
        String threat = facts.lifeThreat() ? language.of("Nyawa terancam. ", "Threat to life. ") : "";
        String callers =
                facts.callers() > 1 ? language.of(facts.callers() + " pelapor. ", facts.callers() + " callers. ") : "";
        return (threat + callers).strip();
    }

    /** What was told, whole. */
    public String story() {
        return Clean.oneLine(facts.text());
    }

    /** Whom to call back, if the agency may know and there is a number. */
    public Optional<String> contact() {
        return facts.reporter()
                .filter(reporter -> !reporter.contact().isEmpty())
                .map(reporter -> language.of("Pelapor: ", "Caller: ")
                        + (limited(reporter.name(), LONGEST_NAME) + " " + Clean.oneLine(reporter.contact())).strip());
    }

    /** Whether it is true, as far as anybody knows: a person's finding before a score. */
    public Optional<String> truth() {
        return facts.verification().flatMap(this::finding).or(() -> facts.assessment()
                .flatMap(this::hoax));
    }

    private Optional<String> finding(String finding) {
        return switch (finding) {
            case "GENUINE" -> Optional.of(language.of("Sudah dipastikan benar.", "Confirmed as true."));
            case "HOAX" -> Optional.of(language.of("Sudah dipastikan iseng.", "Confirmed as a hoax."));
            default -> Optional.empty();
        };
    }

    private Optional<String> hoax(TicketFacts.Assessment assessment) {
        String why = assessment.reasons().stream()
                .findFirst()
                .map(reason -> " (" + limited(reason.in(language), LONGEST_REASON) + ")")
                .orElse("");
        return switch (assessment.band()) {
            case "LIKELY_GENUINE" -> Optional.of(language.of("Tampak sungguhan", "Looks genuine") + why + ".");
            case "UNSURE" ->
                Optional.of(language.of("Belum pasti sungguhan", "Not sure to be genuine") + why + asUsual());
            case "LIKELY_HOAX" -> Optional.of(language.of("Ada tanda iseng", "Some signs of a hoax") + why + asUsual());
            default -> Optional.empty();
        };
    }

    private String asUsual() {
        return language.of("; tetap ditangani.", "; respond all the same.");
    }

    /** When it was reported, in the regency's time. */
    public String reported() {
        return MOMENT.format(facts.reportedAt());
    }

    private static String prefixed(String prefix, String text) {
        return text.isEmpty() ? "" : prefix + text;
    }

    private static String limited(String text, int longest) {
        return Clean.cut(Clean.oneLine(text), longest, MORE);
    }
}
