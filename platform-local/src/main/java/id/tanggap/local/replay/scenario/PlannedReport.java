package id.tanggap.local.replay.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the operator will write down; the place is that of the call.
 *
 * @param contact an Indonesian number as it is dialled at home
 * @param reporterToldTo agencies that are to be told who reported; no other is, but the command centre may
 */
public record PlannedReport(
        String category,
        String text,
        boolean lifeThreat,
        Optional<String> reporterName,
        Optional<String> contact,
        Set<String> reporterToldTo) {

    /** Name and contact as an agency is to be told them: the number in E.164. */
    public List<String> reporter() {
        return Stream.of(reporterName, contact.map(number -> number.replace("-", "")
                        .replaceFirst("^0", "+62")))
                .flatMap(Optional::stream)
                .toList();
    }
}
