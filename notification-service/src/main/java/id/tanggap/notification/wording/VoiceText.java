package id.tanggap.notification.wording;

/** A ticket as it is read out on the telephone. */
public record VoiceText(String ticketId, String number, int priority, String text) {

    @Override
    public String toString() {
        return "VoiceText[number=" + number + "]";
    }
}
