package id.tanggap.notification.channel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
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
        Counter.builder("tanggap.channel.receipts")
                .description("What channels told later of messages that they had taken on; a server may tell it again")
                .tag("channel", receipt.channel().name().toLowerCase(Locale.ROOT))
                .tag("state", receipt.state().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
        if (receipt.state() == Receipt.State.FAILED) {
            LOG.warnf(
                    "event=channel-receipt-failed channel=%s receipt=%s code=%s",
                    receipt.channel(), receipt.receiptId(), receipt.code().orElse("-"));
        }
    }
}
