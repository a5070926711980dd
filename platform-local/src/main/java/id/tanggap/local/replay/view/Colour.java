package id.tanggap.local.replay.view;

/** ANSI colours of the live table. */
enum Colour {
    PLAIN("0"),
    GREEN("32"),
    YELLOW("33"),
    GREY("90");

    private final String code;

    Colour(String code) {
        this.code = code;
    }

    static Colour ofBand(String band) {
        return switch (band) {
            case "LIKELY_GENUINE" -> GREEN;
            case "UNSURE" -> YELLOW;
            case "LIKELY_HOAX" -> GREY;
            default -> PLAIN;
        };
    }

    String paint(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
