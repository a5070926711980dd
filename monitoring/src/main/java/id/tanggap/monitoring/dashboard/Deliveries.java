package id.tanggap.monitoring.dashboard;

import static id.tanggap.monitoring.dashboard.Panel.of;

import id.tanggap.monitoring.dashboard.Dashboard.Row;
import java.util.List;

/** What reaches agencies without Kafka, and the people on duty. */
final class Deliveries {
    static final Dashboard DASHBOARD = new Dashboard(
            "pengiriman",
            "Pengiriman",
            "Streams, webhooks, messages and the ladder of people who are woken, for operations and an "
                    + "agency that says it heard nothing.",
            "now-24h",
            List.of(
                    Row.of(
                            "Kiriman",
                            of(Kind.STAT, "Tiba menurut saluran", "Deliveries that arrived.", Unit.COUNT, 12)
                                    .query(
                                            "sum by (channel) (increase(tanggap_deliveries_total{result=\"delivered\"}[$__range]))",
                                            "{{channel}}")
                                    .runbook("DeliveryChannelDown"),
                            of(
                                            Kind.STAT,
                                            "Gagal untuk seterusnya",
                                            "Deliveries that were given up; they can be sent again.",
                                            Unit.COUNT,
                                            4)
                                    .query("sum(increase(tanggap_deliveries_total{result=\"dead\"}[$__range]))", "")
                                    .below(0.5)
                                    .runbook("DeliveriesGivenUp"),
                            of(
                                            Kind.STAT,
                                            "Paling lama di jalan",
                                            "Age of the oldest delivery that is due and has not arrived.",
                                            Unit.SECONDS,
                                            4)
                                    .query("max(tanggap_delivery_lag_seconds)", "")
                                    .atMost(60, 300)
                                    .runbook("DeliveriesLate"),
                            of(
                                            Kind.STAT,
                                            "Aliran terbuka",
                                            "Server-sent events and WebSockets of agencies that are open now.",
                                            Unit.COUNT,
                                            4)
                                    .query("sum(tanggap_streams_open)", ""),
                            of(
                                            Kind.STACK,
                                            "Percobaan menurut hasil",
                                            "Attempts a second: delivered, to be tried again, given up, gone over the next channel, kept "
                                                    + "back for quiet hours.",
                                            Unit.PER_SECOND,
                                            12)
                                    .query(
                                            "sum by (channel, result) (rate(tanggap_deliveries_total[$__rate_interval]))",
                                            "{{channel}} {{result}}")
                                    .runbook("DeliveryChannelDown"),
                            of(
                                            Kind.LINES,
                                            "Waktu kirim, p95",
                                            "From when a delivery was due to its arrival.",
                                            Unit.SECONDS,
                                            12)
                                    .query(
                                            "histogram_quantile(0.95, sum by (le, channel) (rate(tanggap_delivery_seconds_bucket[1h])))",
                                            "{{channel}}")
                                    .atMost(2, 30)
                                    .runbook("DeliveriesLate")),
                    Row.of(
                            "Langganan",
                            of(
                                            Kind.STAT,
                                            "Langganan yang berhenti",
                                            "Paused: failed for an hour, probed every five minutes. Disabled: the receiver answered 410.",
                                            Unit.COUNT,
                                            8)
                                    .query("max by (state) (tanggap_subscriptions_stopped)", "{{state}}")
                                    .below(1)
                                    .runbook("SubscriptionsStopped"),
                            of(
                                            Kind.STACK,
                                            "Perubahan langganan, per jam",
                                            "Subscriptions that were paused, disabled or resumed.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (state) (increase(tanggap_subscription_changes_total[1h])) or vector(0)",
                                            "{{state}}")
                                    .runbook("SubscriptionsStopped"),
                            of(
                                            Kind.STACK,
                                            "Tanda terima, per jam",
                                            "What providers said became of messages.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (channel, state) (increase(tanggap_channel_receipts_total[1h])) or vector(0)",
                                            "{{channel}} {{state}}")),
                    Row.of(
                            "Siapa yang dibangunkan",
                            of(
                                            Kind.STAT,
                                            "Alarm pusat komando",
                                            "Tickets for which every rung was tried and nobody accepted. Must be 0.",
                                            Unit.COUNT,
                                            6)
                                    .query("sum(increase(tanggap_ladder_alarms_total[$__range]))", "")
                                    .below(0.5)
                                    .runbook("LadderAlarm"),
                            of(
                                            Kind.STACK,
                                            "Anak tangga, per jam",
                                            "People woken, by rung: WhatsApp, SMS, call, first on duty, command centre.",
                                            Unit.COUNT,
                                            9)
                                    .query(
                                            "sum by (rung, result) (increase(tanggap_ladder_rungs_total[1h])) or vector(0)",
                                            "{{rung}} {{result}}")
                                    .runbook("LadderAlarm"),
                            of(
                                            Kind.STACK,
                                            "Dihentikan oleh, per jam",
                                            "Ladders that stopped, by what stopped them.",
                                            Unit.COUNT,
                                            9)
                                    .query(
                                            "sum by (by) (increase(tanggap_ladder_stopped_total[1h])) or vector(0)",
                                            "{{by}}")
                                    .runbook("LadderAlarm"))));

    private Deliveries() {}
}
