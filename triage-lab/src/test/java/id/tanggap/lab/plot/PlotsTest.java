package id.tanggap.lab.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.plot.Curve.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class PlotsTest {
    private static final List<Curve> CURVES = List.of(
            new Curve("jepara", List.of(new Point(0.1, 0.12), new Point(0.5, 0.4), new Point(0.9, 0.95))),
            new Curve("jakarta", List.of(new Point(0.2, 0.3), new Point(0.8, 0.7))));

    @TempDir
    Path folder;

    @Test
    void plots_are_svg_that_name_their_curves_and_say_what_they_are() throws Exception {
        Path reliability = folder.resolve("reliability.svg");
        Path tradeOff = folder.resolve("trade-off.svg");
        Plots.reliability(reliability, "Reliability", CURVES);
        Plots.tradeOff(tradeOff, "Trade-off", CURVES);
        for (Path plot : List.of(reliability, tradeOff)) {
            String text = text(plot);
            assertTrue(text.contains("jakarta") && text.contains("simulated behaviour"), text);
        }
    }

    private static String text(Path svg) throws Exception {
        var root = parse(svg);
        assertEquals("svg", root.getTagName());
        assertEquals("760", root.getAttribute("width"));
        return root.getTextContent();
    }

    private static Element parse(Path svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        try (var file = Files.newInputStream(svg)) {
            return factory.newDocumentBuilder().parse(file).getDocumentElement();
        } catch (SAXException e) {
            throw new IOException(svg + " is not XML", e);
        }
    }
}
