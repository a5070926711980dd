package id.tanggap.monitoring.level;

import java.util.List;

/** What the command centre promises, with the source of each promise. */
public final class Levels {
    private Levels() {}

    public static List<Level> all() {
        return List.of(
                // NENA-STA-020.1: 90 % of calls are answered within 15 s.
                new Level(
                        "answer",
                        "AnsweredLate",
                        0.90,
                        Level.above("tanggap_call_answer_seconds", "15.0", ""),
                        Level.count("tanggap_call_answer_seconds_count", ""),
                        Burn.OF_PEOPLE,
                        "Terlalu banyak panggilan dijawab lebih dari 15 detik",
                        "Less than the promised 90 % of calls are answered within 15 s (NENA-STA-020.1)"),
                // NFPA 1225: 90 % of emergencies are processed within 60 s.
                new Level(
                        "report",
                        "ReportedLate",
                        0.90,
                        Level.above("tanggap_report_processing_seconds", "60.0", ""),
                        Level.count("tanggap_report_processing_seconds_count", ""),
                        Burn.OF_PEOPLE,
                        "Laporan terlalu lama dibuat: lebih dari 60 detik sejak panggilan dijawab",
                        "Less than the promised 90 % of reports are accepted within 60 s of the answer (NFPA 1225)"),
                // Ours: an agency has an emergency within a second.
                new Level(
                        "agency",
                        "ToldLate",
                        0.95,
                        Level.above("tanggap_report_to_agency_seconds", "1.0", "urgent=\"true\""),
                        Level.count("tanggap_report_to_agency_seconds_count", "urgent=\"true\""),
                        Burn.OF_PEOPLE,
                        "Keadaan darurat terlambat sampai ke dinas: lebih dari 1 detik sejak laporan diterima",
                        "Less than the promised 95 % of emergencies reach their agency within 1 s of the report"),
                step(
                        "accept",
                        "AcceptedLate",
                        "Dinas terlalu sering terlambat menerima tiket",
                        "Agencies accept less than the promised 90 % of tickets in the time of their category"),
                step(
                        "on_scene",
                        "OnSceneLate",
                        "Dinas terlalu sering terlambat tiba di lokasi",
                        "Agencies are on scene in the time of the category for less than the promised 90 % of tickets"),
                new Level(
                        "requests",
                        "RequestsFail",
                        0.999,
                        "(%1$s or 0 * %2$s) / %2$s".formatted(requests(",outcome=\"SERVER_ERROR\""), requests("")),
                        requests(""),
                        Burn.OF_MACHINES,
                        "{{ $labels.service }} terlalu sering gagal menjawab",
                        "{{ $labels.service }} answers less than the promised 99.9 % of requests without an error of its own"));
    }

    /** There is no series of errors before the first one: whoever divides by all must put 0 in its place. */
    private static String requests(String outcome) {
        return "sum by (service) (increase(http_server_requests_seconds_count{job=\"tanggap\"%s}[$window]))"
                .formatted(outcome);
    }

    private static Level step(String step, String alert, String summary, String description) {
        String owed = "step=\"" + step + "\"";
        return new Level(
                step,
                alert,
                0.90,
                Level.count("tanggap_service_level_steps_total", owed + ",result=\"missed\"") + " / "
                        + Level.count("tanggap_service_level_steps_total", owed),
                Level.count("tanggap_service_level_steps_total", owed),
                Burn.OF_PEOPLE,
                summary,
                description);
    }
}
