package id.tanggap.notification.channel;

import id.tanggap.notification.delivery.policy.AttemptResult;
import id.tanggap.notification.delivery.policy.FailureReason;
import java.util.List;

/**
 * What came of one attempt over a channel.
 *
 * @param attempt in HTTP's terms also where the channel speaks another protocol: 202 is what the channel's server has taken on
 * @param receiptIds by which later {@linkplain Receipt receipts} name the message; none where the channel has no receipts
 */
public record ChannelResult(AttemptResult attempt, List<String> receiptIds) {

    private static final int ACCEPTED = 202;

    /** The channel's server has taken it on. */
    public static ChannelResult accepted(List<String> receiptIds) {
        return new ChannelResult(new AttemptResult.Answered(ACCEPTED), receiptIds);
    }

    /** The channel's server answered with this HTTP status. */
    public static ChannelResult answered(int httpStatus, List<String> receiptIds) {
        return new ChannelResult(new AttemptResult.Answered(httpStatus), receiptIds);
    }

    /** It was not taken on. */
    public static ChannelResult failed(FailureReason reason) {
        return new ChannelResult(new AttemptResult.Failed(reason), List.of());
    }
}
