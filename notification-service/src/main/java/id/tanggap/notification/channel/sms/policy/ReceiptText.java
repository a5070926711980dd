package id.tanggap.notification.channel.sms.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a delivery receipt says in its text, {@code id:… sub:… dlvrd:… submit date:… done date:… stat:… err:… text:…} (SMPP 3.4,
 * appendix B). Centres leave out, reorder and abbreviate parts, so only what counts is looked for.
 *
 * @param messageId as the centre named the message when it took it on
 * @param state such as {@code DELIVRD}, in capitals
 * @param error the network's code
 */
public record ReceiptText(String messageId, String state, Optional<String> error) {

    private static final Pattern ID = Pattern.compile("\\bid:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:\\s*([A-Z]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ERROR = Pattern.compile("\\berr:\\s*(\\w+)", Pattern.CASE_INSENSITIVE);

    /** The receipt, if the text is one. */
    public static Optional<ReceiptText> parse(String text) {
        return first(ID, text).flatMap(id -> first(STATE, text)
                .map(state -> new ReceiptText(id, state.toUpperCase(), first(ERROR, text))));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
