package id.tanggap.ticket.support;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** OASIS's schema of CAP 1.2. */
public final class CapSchema {

    private CapSchema() {}

    /** Throws if the schema refuses the message. */
    public static void validate(String message) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(CapSchema.class.getResource("/standards/CAP-v1.2.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(message)));
    }
}
