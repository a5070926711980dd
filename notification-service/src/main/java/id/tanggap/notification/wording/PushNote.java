package id.tanggap.notification.wording;

import id.tanggap.notification.wording.policy.PushText;
import java.util.Optional;

/**
 * A ticket as a notification of a browser.
 *
 * @param number for people
 * @param link where the ticket can be seen
 * @param urgent whether it may wake a sleeping telephone
 */
public record PushNote(PushText text, String ticketId, String number, Optional<String> link, boolean urgent) {}
