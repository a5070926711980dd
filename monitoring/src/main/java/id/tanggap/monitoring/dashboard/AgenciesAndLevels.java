package id.tanggap.monitoring.dashboard;

import static id.tanggap.monitoring.dashboard.Panel.of;

import id.tanggap.monitoring.dashboard.Dashboard.Row;
import java.util.List;

/** What agencies were promised and what they keep. */
final class AgenciesAndLevels {
    static final Dashboard DASHBOARD = new Dashboard(
            "dinas-tingkat-layanan",
            "Dinas dan tingkat layanan",
            "Which promise burns, and which agency is behind, for operations and for the meeting with the "
                    + "agencies.",
            "now-24h",
            List.of(
                    Row.of(
                            "Janji layanan",
                            of(
                                            Kind.STAT,
                                            "Meleset dalam 6 jam",
                                            "Share missed of each promise; the budget is 10 % (answer within 15 s, report within 60 s, "
                                                    + "accepted, on scene), 5 % (emergency at its agency within 1 s), 0.1 % (requests).",
                                            Unit.SHARE,
                                            24)
                                    .query("slo:missed:ratio_6h", "{{slo}} {{service}}")
                                    .atMost(0.1, 0.5)
                                    .runbook(
                                            "AnsweredLate",
                                            "ReportedLate",
                                            "ToldLate",
                                            "AcceptedLate",
                                            "OnSceneLate",
                                            "RequestsFail"),
                            of(Kind.LINES, "Meleset, jendela 1 jam", "The same over the hour before.", Unit.SHARE, 12)
                                    .query("slo:missed:ratio_1h", "{{slo}} {{service}}"),
                            of(
                                            Kind.LINES,
                                            "Meleset, jendela 3 hari",
                                            "The same over three days: at the budget it is used up exactly.",
                                            Unit.SHARE,
                                            12)
                                    .query("slo:missed:ratio_3d", "{{slo}} {{service}}")),
                    Row.of(
                            "Pusat komando",
                            of(
                                            Kind.LINES,
                                            "Waktu jawab",
                                            "By the gateway's times: 90 % within 15 s, 95 % within 20 s (NENA-STA-020.1).",
                                            Unit.SECONDS,
                                            8)
                                    .query(
                                            "histogram_quantile(0.9, sum by (le) (rate(tanggap_call_answer_seconds_bucket[1h])))",
                                            "p90")
                                    .query(
                                            "histogram_quantile(0.95, sum by (le) (rate(tanggap_call_answer_seconds_bucket[1h])))",
                                            "p95")
                                    .atMost(15, 20)
                                    .runbook("AnsweredLate"),
                            of(
                                            Kind.LINES,
                                            "Waktu membuat laporan, p90",
                                            "From the answer to the report; goal 60 s (NFPA 1225).",
                                            Unit.SECONDS,
                                            8)
                                    .query(
                                            "histogram_quantile(0.9, sum by (le, life_threat) "
                                                    + "(rate(tanggap_report_processing_seconds_bucket[1h])))",
                                            "ancaman jiwa: {{life_threat}}")
                                    .below(60)
                                    .runbook("ReportedLate"),
                            of(
                                            Kind.STAT,
                                            "Waktu yang mustahil",
                                            "Times by the gateway that no call can have; they are left out of the statistics.",
                                            Unit.COUNT,
                                            4)
                                    .query("sum(increase(tanggap_call_times_implausible_total[$__range]))", "")
                                    .atMost(1, 10),
                            of(
                                            Kind.BARS,
                                            "Akhir panggilan",
                                            "Calls that ended, and those whose caller gave up before an answer.",
                                            Unit.COUNT,
                                            4)
                                    .query(
                                            "sum by (end) (increase(tanggap_calls_ended_total{test=\"false\"}[$__range]))",
                                            "{{end}}")),
                    Row.of(
                            "Dinas",
                            of(
                                            Kind.BARS,
                                            "Paling lama belum diterima",
                                            "Age of each agency's oldest ticket that nobody there has accepted.",
                                            Unit.SECONDS,
                                            8)
                                    .query(
                                            "max by (agency) (tanggap_agency_oldest_unacknowledged_seconds)",
                                            "{{agency}}")
                                    .atMost(300, 600)
                                    .runbook("EmergencyNotAccepted"),
                            of(
                                            Kind.BARS,
                                            "Tepat waktu menurut dinas",
                                            "Share of all steps owed (accept, en route, on scene, close) that each agency took in time.",
                                            Unit.SHARE,
                                            8)
                                    .query(
                                            "sum by (agency) (increase(tanggap_service_level_steps_total{result=\"kept\"}[$__range])) / "
                                                    + "(sum by (agency) (increase(tanggap_service_level_steps_total[$__range])) > 0)",
                                            "{{agency}}")
                                    .atLeast(0.8, 0.9)
                                    .runbook("AcceptedLate", "OnSceneLate"),
                            of(
                                            Kind.STACK,
                                            "Bagian tiket yang terbuka menurut status",
                                            "Active, accepted, on the way, on scene: all agencies together.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (status) (max by (agency, status) (tanggap_agency_tickets_open))",
                                            "{{status}}"),
                            of(
                                            Kind.STACK,
                                            "Langkah yang terlewat, per jam",
                                            "Steps that agencies missed in the hour before.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (step) (increase(tanggap_service_level_steps_total{result=\"missed\"}[1h]))",
                                            "{{step}}")
                                    .runbook("AcceptedLate", "OnSceneLate"),
                            of(
                                            Kind.STACK,
                                            "Eskalasi, per jam",
                                            "Steps told as missed, by agency; reminders are among them.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (agency, step) ((tanggap_escalations_total unless tanggap_escalations_total offset 1h) "
                                                    + "or increase(tanggap_escalations_total[1h])) or vector(0)",
                                            "{{agency}} {{step}}")
                                    .runbook("EmergencyNotAccepted"),
                            of(
                                            Kind.STAT,
                                            "Terlambat sekarang",
                                            "Agencies' parts of tickets of which a step is missed and not taken yet.",
                                            Unit.COUNT,
                                            4)
                                    .query("max(tanggap_assignments_late)", "")
                                    .atMost(1, 10)
                                    .runbook("EmergencyNotAccepted"),
                            of(
                                            Kind.STAT,
                                            "Nomor pelapor tak terbaca",
                                            "Reporters whose name and number could not be opened: the agency cannot call back. Must be 0.",
                                            Unit.COUNT,
                                            4)
                                    .query(
                                            "sum by () ((tanggap_reporter_identity_unreadable_total unless "
                                                    + "tanggap_reporter_identity_unreadable_total offset $__range) or "
                                                    + "increase(tanggap_reporter_identity_unreadable_total[$__range])) or vector(0)",
                                            "")
                                    .below(0.5)
                                    .runbook("ReporterUnreadable")),
                    Row.of(
                            "Riwayat",
                            of(
                                            Kind.STAT,
                                            "Rantai riwayat rusak",
                                            "Whether the hash chain of all changes of tickets fails to verify.",
                                            Unit.YES_NO,
                                            8)
                                    .query("max(tanggap_history_chain_broken)", "")
                                    .below(1)
                                    .runbook("AuditChainBroken"),
                            of(
                                            Kind.STAT,
                                            "Catatan yang sudah diperiksa",
                                            "How many records of the chain have been verified.",
                                            Unit.COUNT,
                                            8)
                                    .query("max(tanggap_history_chain_verified_records)", ""),
                            of(
                                            Kind.STAT,
                                            "Sejak pemeriksaan terakhir",
                                            "Time since the chain was last verified to its end.",
                                            Unit.SECONDS,
                                            8)
                                    .query("time() - max(tanggap_history_chain_verified_timestamp_seconds)", "")
                                    .atMost(3600, 86400)
                                    .runbook("AuditChainBroken"))));

    private AgenciesAndLevels() {}
}
