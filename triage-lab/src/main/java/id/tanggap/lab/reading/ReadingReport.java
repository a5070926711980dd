package id.tanggap.lab.reading;

import id.tanggap.lab.table.Finding;
import id.tanggap.triage.text.DangerTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the dangers in operators' words are found by triage's list of words, and by rivals, on reports that WE WROTE: no
 * operator's report was to be had. One half is learnt from, the other, by other writers, judges; {@link Ruling} is the rule.
 * All of them were written by one author, who knew the list.
 */
public final class ReadingReport {

    /** Of the reports without danger that are learnt from, this share may be a false alarm of a model beside the list. */
    private static final double BESIDE = 0.02;

    private ReadingReport() {}

    /** Findings by the reader that they are of, the shipped one first. */
    public static Map<String, List<Finding>> findings() {
        List<Written> learnt = Written.of("learnt.txt");
        List<Written> judged = Written.of("judged.txt");
        DangerTerms terms = new DangerTerms(Written.lines("first-list.csv").stream()
                .filter(line -> !line.isBlank())
                .toList());
        LinearTrainer trainer = new LinearTrainer(learnt);
        LinearModel model = trainer.model();
        Reader first = Reader.first(terms);
        Reader denials = Reader.firstHeedingDenials(terms);
        Reader shipped = Reader.shipped();
        double asMany = trainer.findingAsManyAs(
                1 - new Marked(learnt, first).missedShare().estimate());
        Reader linear = Reader.linear(model, asMany);
        Reader beside = Reader.linear(model, trainer.withFalseAlarms(BESIDE));

        Map<String, List<Finding>> told = new LinkedHashMap<>();
        told.put(shipped.name(), all("shipped", judged, shipped, first));
        told.put(first.name(), all("first", judged, first, first));
        told.put(denials.name(), brief("denials", judged, denials, first));
        told.put(linear.name(), all("linear", judged, linear, first));
        told.put(first.or(beside).name(), brief("first-or-linear", judged, first.or(beside), first));
        told.put(shipped.or(beside).name(), brief("shipped-or-linear", judged, shipped.or(beside), shipped));
        return told;
    }

    private static List<Finding> brief(String of, List<Written> reports, Reader reader, Reader against) {
        Marked marked = new Marked(reports, reader);
        List<Finding> findings = new ArrayList<>(new ReadingTable(of, marked).shares());
        if (reader != against) {
            findings.add(Ruling.of(marked, new Marked(reports, against))
                    .finding(of + "-place", "earns its place against the " + against.name()));
        }
        return findings;
    }

    private static List<Finding> all(String of, List<Written> reports, Reader reader, Reader against) {
        List<Finding> findings = new ArrayList<>(brief(of, reports, reader, against));
        ReadingTable table = new ReadingTable(of, new Marked(reports, reader));
        findings.addAll(table.byDanger());
        findings.addAll(table.byFamily());
        return findings;
    }
}
