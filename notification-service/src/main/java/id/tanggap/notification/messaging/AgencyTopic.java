package id.tanggap.notification.messaging;

import id.tanggap.platform.consume.PoisonEventException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agency that a topic belongs to. The broker guards who may write there; a payload's own word proves nothing. */
final class AgencyTopic {

    private static final Pattern NAME = Pattern.compile("ticket\\.agency\\.([a-z][a-z0-9]*)\\.v1");

    private AgencyTopic() {}

    /** The agency named by the topic. */
    static String of(String topic) {
        Matcher name = NAME.matcher(topic);
        if (!name.matches()) {
            throw new PoisonEventException("no agency's topic: " + topic);
        }
        return name.group(1);
    }

    /** The agency named by the topic, which the payload must confirm. */
    static String agencyOf(String topic, AgencyTicket payload) {
        String agency = of(topic);
        if (!agency.equals(payload.agency())) {
            throw new PoisonEventException("the view of another agency than the topic's");
        }
        return agency;
    }
}
