package id.tanggap.local.replay.audit;

import java.util.ArrayList;
import java.util.List;

/** Findings while they are collected. */
final class Complaints {
    private final List<String> lost = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();
    private long redelivered;

    void lost(String what) {
        lost.add(what);
    }

    void duplicated(String what) {
        duplicated.add(what);
    }

    void redelivered(long records) {
        redelivered += records;
    }

    Findings findings() {
        return new Findings(List.copyOf(lost), List.copyOf(duplicated), redelivered);
    }
}
