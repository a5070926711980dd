package id.tanggap.notification.roster;

import java.util.List;

/**
 * Who an officer is.
 *
 * @param contacts in the order in which they are to be tried
 */
public record Person(String name, List<Contact> contacts) {

    /** Prints nothing of a person. */
    @Override
    public String toString() {
        return "Person[contacts=" + contacts.size() + "]";
    }

    /**
     * One way to reach an officer.
     *
     * @param address E.164, or an e-mail address for {@link Kind#EMAIL}
     */
    public record Contact(Kind kind, String address) {

        @Override
        public String toString() {
            return "Contact[kind=" + kind + "]";
        }
    }

    /** By what an officer is reached; a name never changes its meaning. */
    public enum Kind {
        WHATSAPP,
        SMS,
        VOICE,
        EMAIL
    }
}
