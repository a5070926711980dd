package id.tanggap.notification.api;

import id.tanggap.platform.text.Storable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** A wish to have tickets sent to {@code url}. */
public record SubscriptionRequest(
        @NotBlank @Size(max = 2048) @Storable String url, Optional<@Size(max = 200) @Storable String> description) {

    public SubscriptionRequest {
        description = description == null ? Optional.empty() : description;
    }
}
