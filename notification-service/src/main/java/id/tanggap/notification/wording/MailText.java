package id.tanggap.notification.wording;

/** A ticket as an e-mail: one line of subject, and the same text twice. */
public record MailText(String subject, String plain, String html) {

    @Override
    public String toString() {
        return "MailText[]";
    }
}
