package id.tanggap.system;

import id.tanggap.local.stack.Server;

/**
 * A server or service that is killed in the moment in which a call's report was accepted, and started again before a later
 * call begins; between the two comes another call with a report.
 *
 * @param accepting whether that other report is accepted while the member is dead; where not, its call runs and waits
 */
record Fault(Server member, int killedAtReportOf, int spansReportOf, int startedBefore, boolean accepting) {
    String name() {
        return member.name();
    }
}
