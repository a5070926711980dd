package id.tanggap.notification.channel.sms;

import id.tanggap.notification.channel.Receipt;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jboss.logging.Logger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * The link to the SMS centre: one session for both directions, bound again whenever it is lost, also when nothing is to be
 * sent, for receipts come over it.
 */
final class SmppLink implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmppLink.class);

    private final SmsConfig.Centre centre;
    private final SmsConfig config;
    private final Consumer<Receipt> receipts;
    private final Thread upkeep;

    private volatile SMPPSession session;
    private volatile boolean closed;
    /** Why it could not be bound the last time; null if it could. */
    private volatile Exception refused;

    /** @param receipts takes what the centre tells; if it fails the centre is asked to tell it again */
    SmppLink(SmsConfig.Centre centre, SmsConfig config, Consumer<Receipt> receipts) {
        this.centre = centre;
        this.config = config;
        this.receipts = receipts;
        this.upkeep = Thread.ofVirtual().name("smpp-link").start(this::keepUp);
    }

    /**
     * The bound session.
     *
     * @throws IOException while there is none, because of what is its cause; it is being seen to
     */
    SMPPSession bound() throws IOException {
        SMPPSession current = session;
        if (current == null || !current.getSessionState().isBound()) {
            throw new IOException("not bound", refused);
        }
        return current;
    }

    private void keepUp() {
        while (!closed) {
            try {
                if (session == null || session.getSessionState() == SessionState.CLOSED) {
                    bind();
                }
                Thread.sleep(config.reconnect());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void bind() {
        SMPPSession fresh = new SMPPSession(this::connect);
        fresh.setTransactionTimer(millis(config.limits().timeout()));
        fresh.setEnquireLinkTimer((int) millis(config.enquireLink()));
        fresh.setMessageReceiverListener(new Listener());
        fresh.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED && before.isBound() && !closed) {
                LOG.warnf("event=smpp-lost centre=%s", centre.host());
            }
        });
        try {
            fresh.connectAndBind(
                    centre.host(),
                    config.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            centre.systemId(),
                            centre.password(),
                            centre.systemType().orElse(null),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    millis(config.limits().timeout()));
            session = fresh;
            refused = null;
            LOG.infof("event=smpp-bound centre=%s", centre.host());
        } catch (IOException | RuntimeException e) {
            fresh.close();
            LOG.logf(
                    refused != null ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "event=smpp-bind-failed centre=%s cause=\"%s\"",
                    centre.host(),
                    e);
            refused = e;
        }
    }

    private Connection connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), (int)
                    millis(config.limits().timeout()));
            return new SocketConnection(config.tls() ? encrypted(socket, host, port) : socket);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private Socket encrypted(Socket socket, String host, int port) throws IOException {
        SSLSocket secure =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.setSoTimeout((int) millis(config.limits().timeout()));
        secure.startHandshake();
        return secure;
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }

    @Override
    public void close() {
        closed = true;
        upkeep.interrupt();
        SMPPSession last = session;
        if (last != null) {
            last.unbindAndClose();
        }
    }

    /** Hears what the centre sends on its own. */
    private final class Listener implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm told) throws ProcessRequestException {
            if (!MessageType.SMSC_DEL_RECEIPT.containedIn(told.getEsmClass())) {
                // Somebody answered a message that takes no answers; what they wrote is not ours to keep.
                LOG.info("event=sms-answered");
                return;
            }
            Optional<Receipt> receipt = Receipts.read(told, Instant.now());
            if (receipt.isPresent()) {
                handOn(receipt.get());
            } else {
                LOG.warn("event=sms-receipt-unreadable");
            }
        }

        private void handOn(Receipt receipt) throws ProcessRequestException {
            try {
                receipts.accept(receipt);
            } catch (RuntimeException e) {
                LOG.warnf("event=sms-receipt-refused cause=\"%s\"", e);
                throw new ProcessRequestException("again, please", SMPPConstant.STAT_ESME_RX_T_APPN, e);
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification notification) {
            LOG.debug("event=sms-alert-notification");
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("data_sm is not taken", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}
