package id.tanggap.notification.delivery;

import id.tanggap.notification.wording.policy.Language;

/**
 * One person who is told something, over one channel.
 *
 * @param name as the agency knows them
 * @param address in the channel's own form
 */
public record Recipient(String name, String address, Language language) {

    /** Prints nothing of a person. */
    @Override
    public String toString() {
        return "Recipient[]";
    }
}
