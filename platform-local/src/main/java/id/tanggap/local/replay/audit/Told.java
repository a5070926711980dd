package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.agency.NewsChannel;
import java.util.List;
import java.util.Set;

/**
 * What agencies were told on one channel until some moment.
 *
 * @param repeats whether the channel's contract allows the same event more than once
 * @param agencies who listens there
 * @param records everything that they received, of whatever origin, in order of arrival
 */
public record Told(String channel, boolean repeats, Set<String> agencies, List<AgencyRecord> records) {

    public static Told on(NewsChannel channel) {
        return new Told(channel.name(), channel.repeats(), channel.agencies(), channel.records());
    }
}
