package id.tanggap.triage.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of an Indonesian text by their stems, in order: lower case, without affixes, "tolooong" as "tolong". */
public final class Words {

    /** Three or more of a letter are a cry, not a spelling. */
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

    /** A colon ends no clause: "korban: nihil". */
    private static final Pattern CLAUSE = Pattern.compile("[,;!?()\"\\n]|\\.(?=\\s|$)");

    /** No stop words: "tidak sadar" needs its "tidak". An analyzer may be used by many threads at once. */
    private static final Analyzer STEMS = new IndonesianAnalyzer(CharArraySet.EMPTY_SET);

    private Words() {}

    /** The words of each clause of a text. */
    public static List<List<String>> clauses(String text) {
        return CLAUSE.splitAsStream(text).map(Words::of).toList();
    }

    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = STEMS.tokenStream("", DRAWN_OUT.matcher(text).replaceAll("$1"))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
