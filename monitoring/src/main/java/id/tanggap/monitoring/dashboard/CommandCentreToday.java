package id.tanggap.monitoring.dashboard;

import static id.tanggap.monitoring.dashboard.Panel.of;

import id.tanggap.monitoring.dashboard.Dashboard.Row;
import java.util.List;

/** The day at a glance, for the regent and whoever leads the shift. */
final class CommandCentreToday {
    static final Dashboard DASHBOARD = new Dashboard(
            "pusat-komando",
            "Pusat komando hari ini",
            "The day so far, for the regent and the head of the shift: what came in, how soon it was "
                    + "answered and handed on, what is still open.",
            "now/d",
            List.of(
                    Row.of(
                            "Saluran 112",
                            of(
                                            Kind.STAT,
                                            "Layanan dibuka",
                                            "Whether the line is staffed at this hour by the configured service hours; outside them calls "
                                                    + "are accepted, too.",
                                            Unit.YES_NO,
                                            4)
                                    .query("max(tanggap_service_hours_open)", "")
                                    .runbook("NoCallsInServiceHours"),
                            of(
                                            Kind.STAT,
                                            "Panggilan",
                                            "Calls announced by the gateway; repeats and tests are left out.",
                                            Unit.COUNT,
                                            4)
                                    .query(
                                            "sum(increase(tanggap_calls_announced_total{repeated=\"false\",test=\"false\"}[$__range]))",
                                            "")
                                    .runbook("NoCallsInServiceHours"),
                            of(
                                            Kind.STAT,
                                            "Panggilan sungguhan",
                                            "Calls that a person found to be a normal one; a corrected word is counted once, as it stands "
                                                    + "now.",
                                            Unit.COUNT,
                                            4)
                                    .query(
                                            "(sum(increase(tanggap_call_dispositions_total{disposition=\"normal\"}[$__range])) - "
                                                    + "sum(increase(tanggap_call_dispositions_withdrawn_total{disposition=\"normal\"}[$__range])))",
                                            ""),
                            of(
                                            Kind.STAT,
                                            "Bagian hening dan prank",
                                            "Silent calls and pranks among all calls that a person has judged. Jepara's first two days had "
                                                    + "84 %.",
                                            Unit.SHARE,
                                            4)
                                    .query(
                                            "(sum(increase(tanggap_call_dispositions_total{disposition=~\"ghost|prank\"}[$__range])) - "
                                                    + "sum(increase(tanggap_call_dispositions_withdrawn_total{disposition=~\"ghost|prank\"}[$__range]))) "
                                                    + "/ (sum(increase(tanggap_call_dispositions_total{disposition!=\"test\"}[$__range])) - "
                                                    + "sum(increase(tanggap_call_dispositions_withdrawn_total{disposition!=\"test\"}[$__range])))",
                                            ""),
                            of(Kind.STAT, "Tiket terbuka", "Tickets that are not closed, now.", Unit.COUNT, 4)
                                    .query("max(tanggap_tickets_open)", ""),
                            of(
                                            Kind.STAT,
                                            "Menunggu dihubungi kembali",
                                            "Callers who said nothing or gave up, and whom a person has to ring back.",
                                            Unit.COUNT,
                                            4)
                                    .query("max(tanggap_callbacks_open)", "")
                                    .atMost(30, 60)
                                    .runbook("CallbacksPileUp")),
                    Row.of(
                            "Seberapa cepat",
                            of(
                                            Kind.STAT,
                                            "Dijawab dalam 15 detik",
                                            "Share of answered calls; goal 90 % (NENA-STA-020.1).",
                                            Unit.SHARE,
                                            4)
                                    .query(
                                            "sum(increase(tanggap_call_answer_seconds_bucket{le=\"15.0\"}[$__range])) / "
                                                    + "sum(increase(tanggap_call_answer_seconds_count[$__range]))",
                                            "")
                                    .atLeast(0.8, 0.9)
                                    .runbook("AnsweredLate"),
                            of(
                                            Kind.STAT,
                                            "Dijawab dalam 20 detik",
                                            "Share of answered calls; goal 95 % (NENA-STA-020.1).",
                                            Unit.SHARE,
                                            4)
                                    .query(
                                            "sum(increase(tanggap_call_answer_seconds_bucket{le=\"20.0\"}[$__range])) / "
                                                    + "sum(increase(tanggap_call_answer_seconds_count[$__range]))",
                                            "")
                                    .atLeast(0.85, 0.95)
                                    .runbook("AnsweredLate"),
                            of(
                                            Kind.STAT,
                                            "Laporan dalam 60 detik",
                                            "Share of reports accepted within a minute of the answer; goal 90 % (NFPA 1225).",
                                            Unit.SHARE,
                                            4)
                                    .query(
                                            "sum(increase(tanggap_report_processing_seconds_bucket{le=\"60.0\"}[$__range])) / "
                                                    + "sum(increase(tanggap_report_processing_seconds_count[$__range]))",
                                            "")
                                    .atLeast(0.8, 0.9)
                                    .runbook("ReportedLate"),
                            of(
                                            Kind.STAT,
                                            "Darurat di dinas dalam 1 detik",
                                            "Share of emergencies that their agency could read within a second of the report; goal 95 %.",
                                            Unit.SHARE,
                                            4)
                                    .query(
                                            "sum(increase(tanggap_report_to_agency_seconds_bucket{le=\"1.0\",urgent=\"true\"}[$__range])) "
                                                    + "/ sum(increase(tanggap_report_to_agency_seconds_count{urgent=\"true\"}[$__range]))",
                                            "")
                                    .atLeast(0.9, 0.95)
                                    .runbook("ToldLate"),
                            of(
                                            Kind.STAT,
                                            "Diterima dinas tepat waktu",
                                            "Share of tickets that agencies accepted in the time of their category; goal 90 %.",
                                            Unit.SHARE,
                                            4)
                                    .query(
                                            "sum(increase(tanggap_service_level_steps_total{step=\"accept\",result=\"kept\"}[$__range])) / "
                                                    + "sum(increase(tanggap_service_level_steps_total{step=\"accept\"}[$__range]))",
                                            "")
                                    .atLeast(0.8, 0.9)
                                    .runbook("AcceptedLate"),
                            of(
                                            Kind.STAT,
                                            "Paling lama belum diterima",
                                            "Age of the oldest ticket that its agency has not accepted; 0 s when there is none.",
                                            Unit.SECONDS,
                                            4)
                                    .query("max(tanggap_agency_oldest_unacknowledged_seconds)", "")
                                    .runbook("EmergencyNotAccepted")),
                    Row.of(
                            "Sepanjang hari",
                            of(
                                            Kind.STACK,
                                            "Panggilan menurut hasil, per jam",
                                            "What people found calls to be, in the hour before; a correction counts again.",
                                            Unit.COUNT,
                                            12)
                                    .query(
                                            "sum by (disposition) (increase(tanggap_call_dispositions_total[1h]))",
                                            "{{disposition}}"),
                            of(
                                            Kind.STACK,
                                            "Tiket baru menurut dinas, per jam",
                                            "Tickets given to each agency in the hour before; one of two agencies counts at both.",
                                            Unit.COUNT,
                                            12)
                                    .query(
                                            "sum by (agency) ((tanggap_tickets_opened_total unless tanggap_tickets_opened_total offset 1h) "
                                                    + "or increase(tanggap_tickets_opened_total[1h])) > 0",
                                            "{{agency}}")),
                    Row.of(
                            "Siapa dan apa",
                            of(
                                            Kind.BARS,
                                            "Tiket terbuka menurut dinas",
                                            "Open parts of tickets of each agency, now.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (agency) (max by (agency, status) (tanggap_agency_tickets_open))",
                                            "{{agency}}"),
                            of(Kind.BARS, "Tiket menurut kategori", "The ten most frequent categories.", Unit.COUNT, 8)
                                    .query(
                                            "topk(10, sum by (category) ((tanggap_tickets_opened_total unless tanggap_tickets_opened_total "
                                                    + "offset $__range) or increase(tanggap_tickets_opened_total[$__range])) > 0)",
                                            "{{category}}"),
                            of(
                                            Kind.BARS,
                                            "Penelepon",
                                            "Calls by what the line tells of the caller: a subscriber, a withheld number, a telephone "
                                                    + "without a SIM.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (caller) "
                                                    + "(increase(tanggap_calls_announced_total{repeated=\"false\",test=\"false\"}[$__range]))",
                                            "{{caller}}"))));

    private CommandCentreToday() {}
}
