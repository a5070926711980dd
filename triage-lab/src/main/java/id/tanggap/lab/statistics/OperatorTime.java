package id.tanggap.lab.statistics;

import java.time.Duration;
import java.util.List;

/**
 * What operators save if they follow the advice: the seconds of calls that truly were hoaxes during which it leaves them
 * free. What is taken from other calls is no saving, and genuine calls in the lowest band are counted against it, however
 * late in the call.
 *
 * @param hoaxTime seconds that all hoaxes took
 * @param saved seconds of them in which no operator was needed
 * @param genuine calls with a need
 * @param genuineLowest those of them that were in the lowest band at any moment
 */
public record OperatorTime(double hoaxTime, double saved, long genuine, long genuineLowest) {

    public static OperatorTime of(List<AdvisedCall> calls) {
        double hoaxTime = 0;
        double saved = 0;
        long genuine = 0;
        long lowest = 0;
        for (AdvisedCall call : calls) {
            if (call.hoax()) {
                hoaxTime += seconds(call.talk());
                saved += seconds(call.free());
            }
            if (call.genuine()) {
                genuine++;
                lowest += call.lowest() ? 1 : 0;
            }
        }
        return new OperatorTime(hoaxTime, saved, genuine, lowest);
    }

    /** Of the time that hoaxes took, 0 to 1. */
    public double savedShare() {
        return hoaxTime == 0 ? 0 : saved / hoaxTime;
    }

    /** Share of genuine calls that the advice never touched, 0 to 1. */
    public double genuineRecall() {
        return genuine == 0 ? 1 : 1 - (double) genuineLowest / genuine;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
