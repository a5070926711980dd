package id.tanggap.local.replay.silent;

import java.util.List;
import java.util.Map;

/**
 * What came of all advice on silent calls until one moment.
 *
 * @param given how often there was something to do
 * @param deeds what was done, each advice once
 * @param later advice that is not to be followed yet at this moment
 * @param unanswered advice that should have been followed and was not, each as (advice) of (call)
 */
public record AdviceTaken(long given, Map<Deed, Long> deeds, long later, List<String> unanswered) {
    /** Nobody was advised. */
    public static final AdviceTaken NONE = new AdviceTaken(0, Map.of(), 0, List.of());

    public long of(Deed deed) {
        return deeds.getOrDefault(deed, 0L);
    }
}
