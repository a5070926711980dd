package id.tanggap.notification.channel.sms;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** An operator's SMS centre: takes binds and messages, answers as told, and sends receipts. */
public final class SmsCentre implements AutoCloseable, ServerMessageReceiverListener {

    public final List<SubmitSm> submitted = new CopyOnWriteArrayList<>();
    public final List<BindRequest> binds = new CopyOnWriteArrayList<>();
    final AtomicInteger enquiries = new AtomicInteger();
    /** Command status of each answer; 0 takes it on. */
    public volatile int status;
    /** Binds with another are refused, if not empty. */
    volatile String password = "";
    /** Answers wait for it. */
    public volatile CountDownLatch gate = new CountDownLatch(0);
    /** Messages being answered now, and the most at any time. */
    final AtomicInteger pending = new AtomicInteger();

    public final AtomicInteger mostPending = new AtomicInteger();

    private final SMPPServerSessionListener listener;
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private volatile SMPPServerSession session;
    private volatile boolean closed;

    public SmsCentre(int port) throws IOException {
        listener = new SMPPServerSessionListener(port);
        listener.setMessageReceiverListener(this);
        listener.setPduProcessorDegree(16);
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        while (true) {
            try {
                SMPPServerSession fresh = listener.accept();
                sessions.add(fresh);
                if (closed) {
                    // Who came while it was closed would take it for the centre of the next test.
                    fresh.close();
                    return;
                }
                BindRequest bind = fresh.waitForBind(5_000);
                binds.add(bind);
                if (!password.isEmpty() && !password.equals(bind.getPassword())) {
                    bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                    continue;
                }
                bind.accept("centre");
                session = fresh;
            } catch (IOException over) {
                return;
            } catch (Exception e) {
                if (closed) {
                    return;
                }
                throw new IllegalStateException(e);
            }
        }
    }

    /** Hangs up; the next bind is taken again. */
    public void hangUp() {
        session.close();
    }

    /** Sends a receipt in the text form of SMPP 3.4, with its parameters as well if {@code state} is not 0. */
    public void receipt(String text, String id, byte state) throws Exception {
        OptionalParameter[] parameters = state == 0
                ? new OptionalParameter[0]
                : new OptionalParameter[] {
                    new OptionalParameter.Receipted_message_id(id), new OptionalParameter.Message_state(state)
                };
        deliver(
                text,
                new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                parameters);
    }

    /** Sends what a person wrote. */
    void answer(String text) throws Exception {
        deliver(text, new ESMClass());
    }

    private void deliver(String text, ESMClass kind, OptionalParameter... parameters) throws Exception {
        session.deliverShortMessage(
                null,
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "6281200000009",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "TANGGAP112",
                kind,
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) 0),
                text.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                parameters);
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession source) throws ProcessRequestException {
        mostPending.accumulateAndGet(pending.incrementAndGet(), Math::max);
        try {
            gate.await();
            if (status != 0) {
                throw new ProcessRequestException("as told", status);
            }
            submitted.add(message);
            return new SubmitSmResult(new MessageId("m" + submitted.size()), new OptionalParameter[0]);
        } catch (InterruptedException e) {
            throw new ProcessRequestException("stopped", SMPPConstant.STAT_ESME_RSYSERR, e);
        } catch (org.jsmpp.PDUStringException e) {
            throw new IllegalStateException(e);
        } finally {
            pending.decrementAndGet();
        }
    }

    @Override
    public void onAcceptEnquireLink(EnquireLink enquireLink, Session source) {
        enquiries.incrementAndGet();
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti message, SMPPServerSession source)
            throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source) throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source) throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm message, SMPPServerSession source)
            throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
            throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
            throws ProcessRequestException {
        throw unexpected();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw unexpected();
    }

    private static ProcessRequestException unexpected() {
        return new ProcessRequestException("not of this service", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        gate.countDown();
        listener.close();
        sessions.forEach(SMPPServerSession::close);
    }
}
