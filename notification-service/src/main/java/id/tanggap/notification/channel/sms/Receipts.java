package id.tanggap.notification.channel.sms;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.Receipt;
import id.tanggap.notification.channel.Receipt.State;
import id.tanggap.notification.channel.sms.policy.ReceiptText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/** Reads what the SMS centre tells of a message: from the parameters made for that where it sends them, else from the text. */
final class Receipts {

    private Receipts() {}

    /** The receipt, if it is one that can be read. */
    static Optional<Receipt> read(DeliverSm told, Instant at) {
        Optional<ReceiptText> text = ReceiptText.parse(new String(text(told), StandardCharsets.ISO_8859_1));
        Optional<String> id = Optional.ofNullable(
                        told.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .map(OptionalParameter.COctetString::getValueAsString)
                .or(() -> text.map(ReceiptText::messageId));
        Optional<State> state = Optional.ofNullable(told.getOptionalParameter(OptionalParameter.Message_state.class))
                .map(parameter -> state(parameter.getValue()))
                .or(() -> text.map(words -> state(words.state())));
        return id.flatMap(message -> state.map(how -> new Receipt(
                ChannelKind.SMS,
                message,
                Optional.empty(),
                how,
                at,
                how == State.FAILED ? text.flatMap(ReceiptText::error) : Optional.empty())));
    }

    private static byte[] text(DeliverSm told) {
        byte[] text = told.getShortMessage();
        if (text != null && text.length > 0) {
            return text;
        }
        var payload = told.getOptionalParameter(OptionalParameter.Message_payload.class);
        return payload == null ? new byte[0] : payload.getValue();
    }

    /** SMPP 3.4, 5.2.28. */
    private static State state(byte code) {
        return switch (code) {
            case 2 -> State.DELIVERED;
            case 3, 4, 5, 8 -> State.FAILED;
            default -> State.SENT;
        };
    }

    private static State state(String word) {
        return switch (word) {
            case "DELIVRD" -> State.DELIVERED;
            case "EXPIRED", "DELETED", "UNDELIV", "REJECTD" -> State.FAILED;
            default -> State.SENT;
        };
    }
}
