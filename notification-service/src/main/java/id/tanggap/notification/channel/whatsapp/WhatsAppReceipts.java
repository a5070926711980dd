package id.tanggap.notification.channel.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.Receipt;
import id.tanggap.notification.channel.whatsapp.policy.HubChallenge;
import id.tanggap.notification.channel.whatsapp.policy.HubSignature;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What an address for Meta's webhooks needs: whether a request is Meta's, and what it tells. */
@ApplicationScoped
public class WhatsAppReceipts {

    private final Optional<WhatsAppConfig.Account> account;
    private final WhatsAppStatuses statuses;

    WhatsAppReceipts(WhatsAppConfig config, ObjectMapper json) {
        this.account = config.account();
        this.statuses = new WhatsAppStatuses(json);
    }

    /** Whether there can be any. */
    public boolean offered() {
        return account.isPresent();
    }

    /** What to answer to a GET with these query parameters; nothing is 403. */
    public Optional<String> challenge(String mode, String token, String challenge) {
        return account.flatMap(it -> HubChallenge.answer(mode, token, challenge, it.verifyToken()));
    }

    /** Whether the POST of these very bytes is Meta's; false is 401, before anything of it is read. */
    public boolean genuine(byte[] body, String signature) {
        return account.filter(it -> HubSignature.holds(body, signature, it.appSecret()))
                .isPresent();
    }

    /**
     * The receipts that it tells. Meta sends the same again until it is answered 200, for up to seven days.
     *
     * @throws IllegalArgumentException if the body is not JSON
     */
    public List<Receipt> read(byte[] body) {
        return statuses.read(body);
    }
}
