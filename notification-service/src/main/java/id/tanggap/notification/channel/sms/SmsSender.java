package id.tanggap.notification.channel.sms;

import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.channel.Receipt;
import id.tanggap.notification.channel.ServerFailures;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.wording.policy.ShortMessage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;

/** Sends one text as short messages and asks for a receipt of each. */
final class SmsSender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmsSender.class);
    private static final byte UCS2 = 0x08;
    private static final byte DEFAULT_ALPHABET = 0x00;
    private static final int HEADER_OCTETS = 6;

    private final SmsConfig.Centre centre;
    private final SmsConfig config;
    private final Vertx vertx;
    private final SmppLink link;
    private final Semaphore window;
    /** The library waits for answers; on these threads that costs nothing. None of them touches the database. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    SmsSender(Vertx vertx, SmsConfig.Centre centre, SmsConfig config, Consumer<Receipt> receipts) {
        this.vertx = vertx;
        this.centre = centre;
        this.config = config;
        this.link = new SmppLink(centre, config, receipts);
        this.window = new Semaphore(config.window());
    }

    /** One attempt; a receipt id for each segment, of which the person has the text only with all. */
    Uni<ChannelResult> send(UUID deliveryId, String to, String text) {
        return Uni.createFrom().deferred(() -> {
            Context caller = vertx.getOrCreateContext();
            Duration timeout = config.limits().timeout();
            long deadline = System.nanoTime() + timeout.toNanos();
            return Uni.createFrom()
                    .item(() -> submit(deliveryId, to, ShortMessage.of(text), deadline))
                    .runSubscriptionOn(threads)
                    .ifNoItem()
                    .after(timeout)
                    .recoverWithItem(ChannelResult.failed(FailureReason.TIMEOUT))
                    .emitOn(work -> caller.runOnContext(running -> work.run()));
        });
    }

    private ChannelResult submit(UUID deliveryId, String to, ShortMessage message, long deadline) {
        List<String> ids = new ArrayList<>();
        int total = message.segments().size();
        try {
            for (int number = 1; number <= total; number++) {
                // Nobody waits for it any more: sent now, it could overtake what follows.
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return ChannelResult.failed(FailureReason.TIMEOUT);
                }
                if (!window.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                    return ChannelResult.failed(FailureReason.BUSY);
                }
                try {
                    byte[] segment = message.segments().get(number - 1);
                    ids.add(submit(
                            to,
                            message.coding(),
                            total == 1 ? segment : withHeader(segment, deliveryId, total, number),
                            total > 1));
                } finally {
                    window.release();
                }
            }
            return ChannelResult.accepted(ids);
        } catch (NegativeResponseException refused) {
            return ChannelResult.failed(reason(refused.getCommandStatus()));
        } catch (ResponseTimeoutException late) {
            return ChannelResult.failed(FailureReason.TIMEOUT);
        } catch (InvalidResponseException | IOException broken) {
            return ChannelResult.failed(reason(broken));
        } catch (PDUException unsendable) {
            return ChannelResult.failed(FailureReason.CHANNEL_REFUSED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ChannelResult.failed(FailureReason.INTERNAL);
        }
    }

    private String submit(String to, ShortMessage.Coding coding, byte[] octets, boolean header)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        boolean numeric = centre.sender().chars().allMatch(Character::isDigit);
        return link.bound()
                .submitShortMessage(
                        null,
                        numeric ? TypeOfNumber.UNKNOWN : TypeOfNumber.ALPHANUMERIC,
                        numeric ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN,
                        centre.sender(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        to.substring(1),
                        header
                                ? new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI)
                                : new ESMClass(),
                        (byte) 0,
                        (byte) 1,
                        null,
                        validity(),
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding(coding == ShortMessage.Coding.UCS2 ? UCS2 : DEFAULT_ALPHABET),
                        (byte) 0,
                        octets)
                .getMessageId();
    }

    /** The header by which a telephone joins segments (3GPP TS 23.040, 9.2.3.24.1); a repeat has the same reference. */
    private static byte[] withHeader(byte[] segment, UUID deliveryId, int total, int number) {
        byte[] octets = new byte[HEADER_OCTETS + segment.length];
        octets[0] = HEADER_OCTETS - 1;
        octets[1] = 0;
        octets[2] = 3;
        octets[3] = (byte) deliveryId.hashCode();
        octets[4] = (byte) total;
        octets[5] = (byte) number;
        System.arraycopy(segment, 0, octets, HEADER_OCTETS, segment.length);
        return octets;
    }

    /** Relative, YYMMDDhhmmss000R (SMPP 3.4, 7.1.1). */
    private String validity() {
        Duration validity = config.validity();
        return "0000%02d%02d%02d%02d000R"
                .formatted(
                        validity.toDays(), validity.toHoursPart(), validity.toMinutesPart(), validity.toSecondsPart());
    }

    /** A link that is not bound has its reason. */
    private static FailureReason reason(Exception broken) {
        return broken.getCause() instanceof IOException bind && bind.getCause() instanceof NegativeResponseException
                ? FailureReason.CHANNEL_REFUSED
                : ServerFailures.reason(broken);
    }

    private static FailureReason reason(int commandStatus) {
        LOG.warnf("event=sms-refused status=0x%08x", commandStatus);
        return switch (commandStatus) {
            case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL -> FailureReason.BUSY;
            case SMPPConstant.STAT_ESME_RINVDSTADR -> FailureReason.RECIPIENT_REFUSED;
            default -> FailureReason.CHANNEL_REFUSED;
        };
    }

    @Override
    public void close() {
        link.close();
        threads.shutdownNow();
    }
}
