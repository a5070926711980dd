package id.tanggap.monitoring.dashboard;

import static id.tanggap.monitoring.dashboard.Panel.of;

import id.tanggap.monitoring.dashboard.Dashboard.Row;
import java.util.List;

/** How events flow between services, and where they stand still. */
final class EventFlow {
    static final Dashboard DASHBOARD = new Dashboard(
            "alur-peristiwa",
            "Alur peristiwa",
            "From the gateway to the agency, hop by hop: what flows, what waits, what is lost sight of. "
                    + "For whoever looks for the place where it stands still.",
            "now-6h",
            List.of(
                    Row.of(
                            "Dari ujung ke ujung",
                            of(
                                            Kind.STAT,
                                            "Laporan sampai tiket, p95",
                                            "Report accepted to its ticket committed.",
                                            Unit.SECONDS,
                                            6)
                                    .query(
                                            "histogram_quantile(0.95, sum by (le) "
                                                    + "(rate(tanggap_report_to_ticket_seconds_bucket[$__range])))",
                                            "")
                                    .atMost(1, 3)
                                    .runbook("ReportsWait"),
                            of(
                                            Kind.STAT,
                                            "Laporan sampai dinas, p95",
                                            "Report accepted to the new ticket read from the agency's own topic; goal 1 s.",
                                            Unit.SECONDS,
                                            6)
                                    .query(
                                            "histogram_quantile(0.95, sum by (le) "
                                                    + "(rate(tanggap_report_to_agency_seconds_bucket[$__range])))",
                                            "")
                                    .atMost(1, 5)
                                    .runbook("ToldLate"),
                            of(
                                            Kind.STAT,
                                            "Laporan yang menunggu",
                                            "Reports that wait for their assessment; at most 2 s each.",
                                            Unit.COUNT,
                                            6)
                                    .query("max(tanggap_reports_pending)", "")
                                    .runbook("ReportsWait"),
                            of(
                                            Kind.STAT,
                                            "Laporan yang paling lama menunggu",
                                            "More than a few seconds is a fault.",
                                            Unit.SECONDS,
                                            6)
                                    .query("max(tanggap_reports_pending_oldest_seconds)", "")
                                    .atMost(3, 10)
                                    .runbook("ReportsWait")),
                    Row.of(
                            "Panggilan uji",
                            of(
                                            Kind.STAT,
                                            "Terakhir sampai ke dinas",
                                            "Since a synthetic test call last went from the gateway's interface to an agency's topic; one is made every five minutes.",
                                            Unit.SECONDS,
                                            8)
                                    .query(
                                            "time() - max(tanggap_synthetic_last_success_timestamp_seconds{job=\"synthetic\"})",
                                            "")
                                    .atMost(400, 900)
                                    .runbook("SyntheticCallFailed"),
                            of(
                                            Kind.LINES,
                                            "Dari gerbang sampai dinas",
                                            "A synthetic test call from its announcement to its ticket on the agency's topic: the middle one and the slowest tenth of half an hour.",
                                            Unit.SECONDS,
                                            8)
                                    .query(
                                            "histogram_quantile(0.5, sum by (le) (increase(tanggap_synthetic_duration_seconds_bucket[30m])))",
                                            "p50")
                                    .query(
                                            "histogram_quantile(0.9, sum by (le) (increase(tanggap_synthetic_duration_seconds_bucket[30m])))",
                                            "p90")
                                    .atMost(2, 5)
                                    .runbook("SyntheticCallSlow"),
                            of(
                                            Kind.STACK,
                                            "Yang berhenti, per jam",
                                            "Synthetic test calls that did not go all the way, by the stage that they stopped at.",
                                            Unit.COUNT,
                                            8)
                                    .query("sum by (stage) (increase(tanggap_synthetic_failed_total[1h]))", "{{stage}}")
                                    .runbook("SyntheticCallFailed")),
                    Row.of(
                            "Topologi",
                            of(
                                            Kind.LINES,
                                            "Yang dikirim: layanan ke topik",
                                            "Events acknowledged by Kafka, a second, by service and family of topics.",
                                            Unit.PER_SECOND,
                                            12)
                                    .query(
                                            "sum by (service, channel) "
                                                    + "(rate(tanggap_outbox_publish_delay_seconds_count[$__rate_interval])) > 0",
                                            "{{service}} → {{channel}}")
                                    .runbook("OutboxNotEmptied"),
                            of(
                                            Kind.LINES,
                                            "Yang diterima: topik ke layanan",
                                            "Events that took effect, a second, by family of topics and service.",
                                            Unit.PER_SECOND,
                                            12)
                                    .query(
                                            "sum by (service, channel) "
                                                    + "(rate(tanggap_events_consumed_total{result=\"applied\"}[$__rate_interval])) > 0",
                                            "{{channel}} → {{service}}")
                                    .runbook("EventsNotConsumed"),
                            of(
                                            Kind.LINES,
                                            "Umur peristiwa saat berlaku, p95",
                                            "From when it happened to its effect's commit, by family of topics and service.",
                                            Unit.SECONDS,
                                            12)
                                    .query(
                                            "histogram_quantile(0.95, sum by (le, channel, service) "
                                                    + "(rate(tanggap_event_age_seconds_bucket[$__rate_interval])))",
                                            "{{channel}} → {{service}}")
                                    .atMost(1, 10),
                            of(
                                            Kind.LINES,
                                            "Sampai diakui Kafka, p95",
                                            "From when it happened to the broker's acknowledgement.",
                                            Unit.SECONDS,
                                            12)
                                    .query(
                                            "histogram_quantile(0.95, sum by (le, channel, service) "
                                                    + "(rate(tanggap_outbox_publish_delay_seconds_bucket[$__rate_interval])))",
                                            "{{service}} → {{channel}}")
                                    .atMost(1, 10)
                                    .runbook("OutboxNotEmptied"),
                            of(
                                            Kind.STACK,
                                            "Kejadian menurut hasil",
                                            "Applied; repeated (delivered again, without effect); stale (a newer state was known).",
                                            Unit.PER_SECOND,
                                            12)
                                    .query(
                                            "sum by (result) (rate(tanggap_events_consumed_total[$__rate_interval]))",
                                            "{{result}}"),
                            of(Kind.LINES, "Suara", "Seconds of sound that Kafka has, a second.", Unit.PER_SECOND, 12)
                                    .query("sum(rate(tanggap_audio_chunks_total[$__rate_interval]))", "potongan")),
                    Row.of(
                            "Yang menunggu",
                            of(
                                            Kind.LINES,
                                            "Outbox: umur tertua",
                                            "Age of the oldest committed event that Kafka has not acknowledged, by service.",
                                            Unit.SECONDS,
                                            8)
                                    .query("max by (service) (tanggap_outbox_oldest_age_seconds)", "{{service}}")
                                    .atMost(10, 60)
                                    .runbook("OutboxNotEmptied"),
                            of(
                                            Kind.LINES,
                                            "Outbox: jumlah",
                                            "Committed events that Kafka has not acknowledged, by service.",
                                            Unit.COUNT,
                                            8)
                                    .query("max by (service) (tanggap_outbox_unpublished_events)", "{{service}}")
                                    .runbook("OutboxNotEmptied"),
                            of(
                                            Kind.LINES,
                                            "Ketertinggalan konsumen",
                                            "Records that are in the topic and not yet handled, by family of topics and service.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (channel, service) (tanggap_consumer_lag_records)",
                                            "{{channel}} → {{service}}")
                                    .atMost(100, 1000)
                                    .runbook("EventsNotConsumed")),
                    Row.of(
                            "Yang gagal",
                            of(
                                            Kind.BARS,
                                            "Surat mati",
                                            "Records in each dead-letter queue, not yet replayed. Must be 0.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "max by (channel, service) (tanggap_dead_letters_waiting)",
                                            "{{channel}} → {{service}}")
                                    .below(1)
                                    .runbook("DeadLetters"),
                            of(
                                            Kind.STACK,
                                            "Surat mati, per jam",
                                            "Records moved to a dead-letter queue in the hour before: unreadable, or their handling failed.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (channel, service, reason) ((tanggap_events_dead_total unless "
                                                    + "tanggap_events_dead_total offset 1h) or increase(tanggap_events_dead_total[1h])) or vector(0)",
                                            "{{channel}} → {{service}}: {{reason}}")
                                    .runbook("DeadLetters"),
                            of(
                                            Kind.STACK,
                                            "Pekerjaan berkala yang gagal, per jam",
                                            "Work that was due and failed; it is tried again.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (service, what) ((tanggap_sweep_failed_total unless tanggap_sweep_failed_total offset "
                                                    + "1h) or increase(tanggap_sweep_failed_total[1h])) or vector(0)",
                                            "{{service}} {{what}}")
                                    .runbook("SweepsFail")),
                    Row.of(
                            "Yang dilupakan",
                            of(
                                            Kind.LINES,
                                            "Panggilan: umur tertua yang masih memuat penelepon",
                                            "Since the last news of intake's oldest call that still says whose it was; "
                                                    + "tanggap.intake.retention.callers, 90 days, is its bound.",
                                            Unit.SECONDS,
                                            12)
                                    .query("max(tanggap_retention_oldest_age_seconds)", "tertua")
                                    .runbook("SweepsFail"),
                            of(
                                            Kind.BARS,
                                            "Dilupakan, per hari",
                                            "Calls that no longer say whose they were, and records of who opened one, that intake removed in the day before.",
                                            Unit.COUNT,
                                            12)
                                    .query(
                                            "sum by (what) (increase(tanggap_retention_removed_total[1d]))",
                                            "{{what}}"))));

    private EventFlow() {}
}
