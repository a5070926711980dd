package id.tanggap.notification.support;

import static org.awaitility.Awaitility.await;

import id.tanggap.notification.channel.email.MailServer;
import id.tanggap.notification.channel.sms.SmsCentre;
import id.tanggap.notification.channel.whatsapp.CloudApi;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The servers of channels to people, where the service under test looks for them; each takes on what it is sent. */
public final class ChannelServers implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public final CloudApi meta;
    public final SmsCentre centre;
    public final MailServer mail;
    public final WebhookReceiver voice;

    /** Starts them and waits for the service to have bound to the centre of short messages. */
    public ChannelServers() throws Exception {
        meta = new CloudApi(Peers.portOf("whatsapp"));
        centre = new SmsCentre(Peers.portOf("sms"));
        mail = new MailServer(Peers.portOf("email"));
        voice = new WebhookReceiver(Peers.portOf("voice"), request -> new WebhookReceiver.Answer(202, ""));
        try {
            await().atMost(PATIENCE).until(() -> !centre.binds.isEmpty());
        } catch (RuntimeException e) {
            // Or no later test could listen on the same ports.
            close();
            throw e;
        }
    }

    /** Of the mails that have come. */
    public List<String> subjects() {
        return mail.messages().stream()
                .map(message -> {
                    try {
                        return message.getSubject();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** What became of every short message, as the centre tells it of each part. */
    public void receipts(String state) throws Exception {
        receipts(state, centre.submitted.size());
    }

    /** The same of the first so many parts. */
    public void receipts(String state, int parts) throws Exception {
        for (int part = 1; part <= parts; part++) {
            centre.receipt("id:m" + part + " sub:001 dlvrd:001 stat:" + state + " err:000", "m" + part, (byte) 0);
        }
    }

    @Override
    public void close() throws IOException {
        meta.close();
        centre.close();
        mail.close();
        voice.close();
    }
}
