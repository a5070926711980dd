package id.tanggap.system;

import id.tanggap.local.stack.Server;

/** A server or service that is killed before one call begins and started again before a later one, while calls go on. */
record Fault(Server member, int killedBefore, int startedBefore) {
    String name() {
        return member.name();
    }
}
