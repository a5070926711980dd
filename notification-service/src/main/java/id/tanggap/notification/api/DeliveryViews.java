package id.tanggap.notification.api;

import id.tanggap.notification.delivery.Delivery;
import id.tanggap.platform.seal.Seal;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Shows deliveries to whoever asks: what a receiver answered only to its own agency. */
@RequestScoped
class DeliveryViews {

    private final Seal seal;
    private final Caller caller;

    DeliveryViews(Seal seal, Caller caller) {
        this.seal = seal;
        this.caller = caller;
    }

    DeliveryView of(Delivery delivery) {
        return DeliveryView.of(
                delivery,
                caller.isOperations()
                        ? Optional.empty()
                        : delivery.sealedAnswer().map(seal::open));
    }
}
