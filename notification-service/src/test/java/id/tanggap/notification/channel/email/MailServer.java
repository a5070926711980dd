package id.tanggap.notification.channel.email;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** GreenMail's SMTP server, which keeps every message and refuses whom it is told to. */
public final class MailServer implements AutoCloseable {

    private final SmtpServer server;
    private final Managers managers;
    private final Map<String, String> refused = new ConcurrentHashMap<>();

    MailServer() throws InterruptedException {
        this(0);
    }

    public MailServer(int port) throws InterruptedException {
        managers = new Managers() {
            private SmtpManager choosy;

            @Override
            public synchronized SmtpManager getSmtpManager() {
                if (choosy == null) {
                    choosy = new SmtpManager(getImapHostManager(), getUserManager()) {
                        @Override
                        public String checkRecipient(SmtpState state, MailAddress recipient) {
                            return refused.get(recipient.getEmail());
                        }
                    };
                }
                return choosy;
            }
        };
        server = new SmtpServer(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), managers);
        server.startService();
        if (!server.waitTillRunning(10_000)) {
            throw new IllegalStateException("no mail server");
        }
    }

    int port() {
        return server.getPort();
    }

    /** Answers so whenever a message is for this recipient. */
    public void refuse(String recipient, String answer) {
        refused.put(recipient, answer);
    }

    public List<MimeMessage> messages() {
        return managers.getImapHostManager().getAllMessages().stream()
                .map(StoredMessage::getMimeMessage)
                .toList();
    }

    @Override
    public void close() {
        server.stopService();
    }
}
