package id.tanggap.notification.wording.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as short messages carry it: one of 160 septets or 70 UCS-2 units, else several of 153 or 67 that the telephone
 * joins (3GPP TS 23.040, 9.2.3.24.1). An escaped character or a surrogate pair is never parted.
 *
 * @param coding alphabet of all segments
 * @param segments octets of each, without a user data header
 */
public record ShortMessage(Coding coding, List<byte[]> segments) {

    /** How a text's characters are written. */
    public enum Coding {
        GSM(160, 153),
        UCS2(70, 67);

        private final int alone;
        private final int joined;

        Coding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }

        private int units(String character) {
            return this == GSM ? Gsm0338.septets(character.charAt(0)) : character.length();
        }

        private byte[] octets(String text) {
            return this == GSM ? Gsm0338.encode(text) : text.getBytes(StandardCharsets.UTF_16BE);
        }
    }

    /** The text in as few segments as it needs. */
    public static ShortMessage of(String text) {
        Coding coding = Gsm0338.holds(text) ? Coding.GSM : Coding.UCS2;
        List<String> characters =
                text.codePoints().mapToObj(Character::toString).toList();
        int units = characters.stream().mapToInt(coding::units).sum();
        int room = units <= coding.alone ? coding.alone : coding.joined;
        List<byte[]> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int used = 0;
        for (String character : characters) {
            if (used + coding.units(character) > room) {
                segments.add(coding.octets(segment.toString()));
                segment.setLength(0);
                used = 0;
            }
            segment.append(character);
            used += coding.units(character);
        }
        segments.add(coding.octets(segment.toString()));
        return new ShortMessage(coding, List.copyOf(segments));
    }
}
