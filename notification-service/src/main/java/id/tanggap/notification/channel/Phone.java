package id.tanggap.notification.channel;

import java.util.regex.Pattern;

/** A telephone number as channels take it. */
public final class Phone {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private Phone() {}

    /** @throws IllegalArgumentException if it is not E.164 */
    public static void check(String number) {
        if (!E164.matcher(number).matches()) {
            throw new IllegalArgumentException("a telephone number as +62… without spaces (E.164)");
        }
    }
}
