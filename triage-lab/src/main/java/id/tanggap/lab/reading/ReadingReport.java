package id.tanggap.lab.reading;

import id.tanggap.lab.table.Finding;
import id.tanggap.triage.text.DangerModel;
import id.tanggap.triage.text.DangerTerms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the dangers in operators' words are found by triage and by rivals, on reports that WE WROTE: no operator's report
 * was to be had. One part is learnt from, others, by other writers, judge; {@link Ruling} is the rule.
 */
public final class ReadingReport {
    public static final String NOTE = "reports WRITTEN BY US and by nobody on duty; 95% intervals by writer";

    static final List<String> PARTS = List.of("learnt.txt", "judged.txt", "kept.txt");

    /**
     * Of the reports without danger that are learnt from, this share may become a false alarm by the model beside the list:
     * an operator looks at one more in thirty of reports of which half were written to deceive.
     */
    private static final double BESIDE = 0.03;

    private ReadingReport() {}

    /** The model that triage ships beside its list. */
    public static DangerModel trained() {
        return Learnt.CHOICE.besideWithFalseAlarms(new Marked(Learnt.REPORTS, Reader.mended()), BESIDE);
    }

    /** Findings by the reader that they are of, triage's own first. */
    public static Map<String, List<Finding>> findings() {
        List<Written> judged = Written.of("judged.txt");
        Reader first = Reader.first(firstTerms());
        Marked byFirst = new Marked(judged, first);
        Marked byMended = new Marked(judged, Reader.mended());
        Marked byTriage = new Marked(judged, Reader.triage());
        DangerModel model = model(first);
        Marked byModel = new Marked(judged, Reader.linear(model));
        Marked byDenials = new Marked(judged, Reader.firstHeedingDenials(firstTerms()));

        Map<String, List<Finding>> told = new LinkedHashMap<>();
        ReadingTable triage = new ReadingTable("reading", byTriage);
        told.put(
                "mended list, or else the linear model: triage's own",
                all(List.of(
                        triage.shares(),
                        List.of(
                                Ruling.of(byTriage, byMended)
                                        .finding("reading-place", "the model earns its place beside the mended list"),
                                Ruling.of(byTriage, byFirst)
                                        .finding("reading-gain", "both earn their place against the first list")),
                        triage.byDanger(),
                        triage.byFamily())));
        told.put("the same on reports kept out, by which nothing was mended", kept(first));
        told.put(
                "mended list alone",
                all(List.of(
                        new ReadingTable("mended", byMended).shares(),
                        List.of(
                                Ruling.of(byMended, byFirst)
                                        .finding("mended-place", "earns its place against the first list"),
                                Ruling.of(byMended, new Marked(judged, Reader.mendedDeaf()))
                                        .finding("mended-denials", "heeding denials earns its place in it")))));
        told.put(
                "linear model alone, finding in learning as many life threats as the first list",
                all(List.of(
                        new ReadingTable("linear", byModel).shares(),
                        List.of(
                                Ruling.of(byModel, byFirst)
                                        .finding("linear-place", "earns its place against the first list"),
                                new Hindsight(judged, model).asManyAs(byMended)))));
        told.put(
                "first list, denials heeded",
                all(List.of(
                        new ReadingTable("denials", byDenials).shares(),
                        List.of(Ruling.of(byDenials, byFirst)
                                .finding("denials-place", "earns its place against the first list")))));
        ReadingTable list = new ReadingTable("first", byFirst);
        told.put("first list: triage's own before", all(List.of(list.shares(), list.byDanger(), list.byFamily())));
        return told;
    }

    private static List<Finding> kept(Reader first) {
        List<Written> kept = Written.of("kept.txt");
        Marked byTriage = new Marked(kept, Reader.triage());
        return all(List.of(
                new ReadingTable("kept", byTriage).shares(),
                List.of(
                        Ruling.of(byTriage, new Marked(kept, Reader.mended()))
                                .finding("kept-place", "the model earns its place beside the mended list"),
                        Ruling.of(byTriage, new Marked(kept, first))
                                .finding("kept-gain", "both earn their place against the first list"))));
    }

    private static DangerModel model(Reader first) {
        return Learnt.CHOICE.findingAsManyAs(
                1 - new Marked(Learnt.REPORTS, first).missedShare().estimate());
    }

    private static DangerTerms firstTerms() {
        return new DangerTerms(Written.lines("first-list.csv"));
    }

    private static List<Finding> all(List<List<Finding>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** The choice takes half a minute, and is the same whoever asks. */
    private static final class Learnt {
        static final List<Written> REPORTS = Written.of("learnt.txt");
        static final LinearChoice CHOICE = new LinearChoice(REPORTS);
    }
}
