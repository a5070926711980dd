package id.tanggap.notification.wording.policy;

import java.text.Normalizer;
import java.util.Map;

/** The default alphabet of short messages and its extension (3GPP TS 23.038, 6.2.1). */
public final class Gsm0338 {

    /** In the order of their codes, from 0; the place of the escape holds none of its own. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final byte ESCAPE = 0x1b;

    private static final Map<Character, Byte> EXTENDED = Map.of(
            '\f', (byte) 0x0a,
            '^', (byte) 0x14,
            '{', (byte) 0x28,
            '}', (byte) 0x29,
            '\\', (byte) 0x2f,
            '[', (byte) 0x3c,
            '~', (byte) 0x3d,
            ']', (byte) 0x3e,
            '|', (byte) 0x40,
            '€', (byte) 0x65);

    /** What word processors and telephones put in place of plain signs. */
    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('‚', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('„', "\""),
            Map.entry('«', "\""),
            Map.entry('»', "\""),
            Map.entry('`', "'"),
            Map.entry('´', "'"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('‐', "-"),
            Map.entry('‑', "-"),
            Map.entry('−', "-"),
            Map.entry('…', "..."),
            Map.entry('•', "*"),
            Map.entry('·', "."));

    private Gsm0338() {}

    /** Septets that the character takes: 1, 2 if it is of the extension, 0 if the alphabet lacks it. */
    static int septets(char character) {
        if (character != ESCAPE && BASIC.indexOf(character) >= 0) {
            return 1;
        }
        return EXTENDED.containsKey(character) ? 2 : 0;
    }

    /** Whether the alphabet has all of the text. */
    static boolean holds(String text) {
        return text.chars().allMatch(unit -> septets((char) unit) > 0);
    }

    /**
     * One octet a septet, unpacked, as SMPP carries it.
     *
     * @throws IllegalArgumentException if the alphabet lacks a character of it
     */
    static byte[] encode(String text) {
        byte[] octets = new byte
                [text.chars().map(unit -> Math.max(1, septets((char) unit))).sum()];
        int at = 0;
        for (char character : text.toCharArray()) {
            switch (septets(character)) {
                case 1 -> octets[at++] = (byte) BASIC.indexOf(character);
                case 2 -> {
                    octets[at++] = ESCAPE;
                    octets[at++] = EXTENDED.get(character);
                }
                default ->
                    throw new IllegalArgumentException("not in the alphabet: U+" + Integer.toHexString(character));
            }
        }
        return octets;
    }

    /** The same words with plain signs and letters where only ornament is lost: a single curled quote would cost half the room. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (char character : text.toCharArray()) {
            String instead = septets(character) > 0
                    ? String.valueOf(character)
                    : PLAIN.getOrDefault(character, undressed(character));
            plain.append(instead);
        }
        return plain.toString();
    }

    private static String undressed(char character) {
        String base = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
        return !base.isEmpty() && holds(base) ? base : String.valueOf(character);
    }
}
