package id.tanggap.notification.channel;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Counts what becomes of messages after their channel has taken them on. */
@ApplicationScoped
class ReceiptMetrics {

    private static final Logger LOG = Logger.getLogger(ReceiptMetrics.class);

    private final MeterRegistry registry;

    ReceiptMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(@Observes Receipt receipt) {
        registry.counter(
                        "tanggap.channel.receipts",
                        "channel",
                        receipt.channel().name(),
                        "state",
                        receipt.state().name())
                .increment();
        if (receipt.state() == Receipt.State.FAILED) {
            LOG.warnf(
                    "event=channel-receipt-failed channel=%s receipt=%s code=%s",
                    receipt.channel(), receipt.receiptId(), receipt.code().orElse("-"));
        }
    }
}
