package id.tanggap.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Seals and opens who a delivery to one person is for. */
@ApplicationScoped
public class Recipients {

    private final Seal seal;
    private final ObjectMapper json;

    Recipients(Seal seal, ObjectMapper json) {
        this.seal = seal;
        this.json = json;
    }

    /** The person's name; none of a delivery to a subscription. */
    public Optional<String> nameOf(Delivery delivery) {
        return delivery.sealedRecipient().map(kept -> open(kept).name());
    }

    String seal(Recipient recipient) {
        try {
            return seal.seal(json.writeValueAsString(recipient));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recipient is plain JSON", e);
        }
    }

    Recipient open(String sealed) {
        try {
            return json.readValue(seal.open(sealed), Recipient.class);
        } catch (JsonProcessingException e) {
            // Without the cause, which quotes what it could not read.
            throw new IllegalStateException("a recipient is not as it was sealed");
        }
    }
}
