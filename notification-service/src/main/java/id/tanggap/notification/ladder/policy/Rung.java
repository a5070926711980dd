package id.tanggap.notification.ladder.policy;

import java.util.Optional;

/** The steps by which people are woken, in order; a name never changes its meaning. */
public enum Rung {
    /** A message to each officer on duty who has WhatsApp. */
    WHATSAPP,
    /** A short message to each officer on duty. */
    SMS,
    /** A call to each officer on duty. */
    VOICE,
    /** The first on duty, over all that they have. */
    DUTY_OFFICER,
    /** The command centre: its officers on duty over all that they have, and its screens. */
    COMMAND_CENTRE;

    /** The rung after so many; none above the top. */
    public static Optional<Rung> after(int climbed) {
        return climbed < values().length ? Optional.of(values()[climbed]) : Optional.empty();
    }
}
