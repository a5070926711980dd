package id.tanggap.notification.ladder;

import id.tanggap.platform.outbox.OutboxEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * The event {@code notification.alarm.pusat.v1}: nobody of an agency took a ticket on, whatever was tried. Names no
 * person.
 *
 * @param alarmId of the ladder, and of the escalation that began it
 * @param agency who did not accept
 * @param since when its people began to be woken
 */
record CommandCentreAlarm(
        UUID alarmId, String ticketId, String number, String agency, int priority, Instant since, Instant at) {

    /** Whose it is, as an agency. */
    static final String COMMAND_CENTRE = "pusat";

    OutboxEvent event() {
        return new OutboxEvent(
                "notification.alarm." + COMMAND_CENTRE + ".v1",
                ticketId,
                "id.tanggap.notification.alarm.v1",
                alarmId.toString(),
                1,
                at,
                this);
    }
}
