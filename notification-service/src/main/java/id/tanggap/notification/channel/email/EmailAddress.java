package id.tanggap.notification.channel.email;

import java.util.regex.Pattern;

/** A mailbox, without a name. */
final class EmailAddress {

    /** The dot-atom form of RFC 5321, which all mailboxes of today have: nothing in it could end a command or a header. */
    private static final Pattern MAILBOX = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private static final int LONGEST = 254;

    private EmailAddress() {}

    /** @throws IllegalArgumentException if it is none */
    static void check(String address) {
        if (address.length() > LONGEST || !MAILBOX.matcher(address).matches()) {
            throw new IllegalArgumentException("one e-mail address without a name");
        }
    }

    static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }
}
