package id.tanggap.monitoring.dashboard;

import static id.tanggap.monitoring.dashboard.Panel.of;

import id.tanggap.monitoring.dashboard.Dashboard.Row;
import java.util.List;

/** Each service as a program: rate, errors, duration, and what it needs of the machine. */
final class Services {
    static final Dashboard DASHBOARD = new Dashboard(
            "layanan",
            "Layanan",
            "Rate, errors and duration of each service, its JVM and pools, and the machine, for whoever "
                    + "looks for the cause.",
            "now-6h",
            List.of(
                    Row.of(
                            "Layanan",
                            of(Kind.STAT, "Menjawab", "Whether each service gives its metrics.", Unit.YES_NO, 8)
                                    .query("min by (service) (up{job=\"tanggap\"})", "{{service}}")
                                    .atLeast(1, 1)
                                    .runbook("ServiceDown"),
                            of(Kind.STAT, "Versi", "What runs.", Unit.COUNT, 8)
                                    .query("max by (service, version) (tanggap_build_info)", "{{service}} {{version}}"),
                            of(Kind.STAT, "Hidup sejak", "Time since each process was started.", Unit.SECONDS, 8)
                                    .query("min by (service) (process_uptime_seconds{job=\"tanggap\"})", "{{service}}")
                                    .runbook("ServiceDown")),
                    Row.of(
                            "Permintaan",
                            of(Kind.LINES, "Permintaan", "Requests a second.", Unit.PER_SECOND, 8)
                                    .query(
                                            "sum by (service) (rate(http_server_requests_seconds_count{job=\"tanggap\"}[$__rate_interval]))",
                                            "{{service}}"),
                            of(
                                            Kind.LINES,
                                            "Gagal karena kesalahan sendiri",
                                            "Share answered with 5xx; promised is less than 0.1 %.",
                                            Unit.SHARE,
                                            8)
                                    .query(
                                            "(sum by (service) "
                                                    + "(rate(http_server_requests_seconds_count{job=\"tanggap\",outcome=\"SERVER_ERROR\"}[$__rate_interval])) "
                                                    + "or sum by (service) "
                                                    + "(rate(http_server_requests_seconds_count{job=\"tanggap\"}[$__rate_interval])) * 0) / sum by "
                                                    + "(service) (rate(http_server_requests_seconds_count{job=\"tanggap\"}[$__rate_interval]))",
                                            "{{service}}")
                                    .below(0.001)
                                    .runbook("RequestsFail"),
                            of(
                                            Kind.LINES,
                                            "Waktu jawab, p95",
                                            "Of all requests but streams, by service.",
                                            Unit.SECONDS,
                                            8)
                                    .query(
                                            "histogram_quantile(0.95, sum by (le, service) "
                                                    + "(rate(http_server_requests_seconds_bucket{job=\"tanggap\",uri!~\".*/stream\"}[$__rate_interval])))",
                                            "{{service}}")
                                    .atMost(0.25, 1),
                            of(
                                            Kind.BARS,
                                            "Permintaan terlambat, p95",
                                            "The ten slowest kinds of request.",
                                            Unit.SECONDS,
                                            12)
                                    .query(
                                            "topk(10, histogram_quantile(0.95, sum by (le, method, uri) "
                                                    + "(rate(http_server_requests_seconds_bucket{job=\"tanggap\",uri!~\".*/stream\"}[$__range]))) > "
                                                    + "0)",
                                            "{{method}} {{uri}}")
                                    .atMost(0.25, 1),
                            of(
                                            Kind.LINES,
                                            "Ditolak",
                                            "Requests a second that were refused (4xx), by service and status.",
                                            Unit.PER_SECOND,
                                            12)
                                    .query(
                                            "sum by (service, status) "
                                                    + "(rate(http_server_requests_seconds_count{job=\"tanggap\",outcome=\"CLIENT_ERROR\"}[$__rate_interval])) "
                                                    + "or vector(0)",
                                            "{{service}} {{status}}")),
                    Row.of(
                            "JVM",
                            of(
                                            Kind.LINES,
                                            "Heap terpakai",
                                            "Share of the heap in use; collections bring it down.",
                                            Unit.SHARE,
                                            8)
                                    .query(
                                            "sum by (service) (jvm_memory_used_bytes{job=\"tanggap\",area=\"heap\"}) / sum by (service) "
                                                    + "(jvm_memory_max_bytes{job=\"tanggap\",area=\"heap\"} > 0)",
                                            "{{service}}")
                                    .below(0.95)
                                    .runbook("HeapNearlyFull"),
                            of(
                                            Kind.LINES,
                                            "Waktu untuk membersihkan memori",
                                            "Seconds a second that the JVM stood still to collect.",
                                            Unit.SHARE,
                                            8)
                                    .query(
                                            "sum by (service) (rate(jvm_gc_pause_seconds_sum{job=\"tanggap\"}[$__rate_interval]))",
                                            "{{service}}")
                                    .atMost(0.05, 0.2)
                                    .runbook("HeapNearlyFull"),
                            of(Kind.LINES, "Prosesor per layanan", "Share of the machine's processors.", Unit.SHARE, 8)
                                    .query("max by (service) (process_cpu_usage{job=\"tanggap\"})", "{{service}}"),
                            of(
                                            Kind.LINES,
                                            "Heap setelah dibersihkan",
                                            "Share of the long-lived part still in use after the last collection: what is really needed.",
                                            Unit.SHARE,
                                            8)
                                    .query(
                                            "max by (service) (jvm_memory_usage_after_gc{job=\"tanggap\"})",
                                            "{{service}}")
                                    .atMost(0.75, 0.9)
                                    .runbook("HeapNearlyFull"),
                            of(
                                            Kind.LINES,
                                            "Utas",
                                            "Live threads: those of the event loop are few by design.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "max by (service) (jvm_threads_live_threads{job=\"tanggap\"})",
                                            "{{service}}"),
                            of(Kind.LINES, "Berkas terbuka", "Open files and sockets, of those allowed.", Unit.SHARE, 8)
                                    .query(
                                            "max by (service) (process_files_open_files{job=\"tanggap\"} / "
                                                    + "process_files_max_files{job=\"tanggap\"})",
                                            "{{service}}")
                                    .atMost(0.5, 0.8)),
                    Row.of(
                            "Kolam dan utas utama",
                            of(
                                            Kind.LINES,
                                            "Koneksi basis data yang terpakai",
                                            "Share of the pool of 20 connections to PostgreSQL; all of them for long: requests wait.",
                                            Unit.SHARE,
                                            8)
                                    .query("max by (service) (sql_pool_ratio{pool_type=\"sql\"})", "{{service}}")
                                    .atMost(0.7, 0.95),
                            of(
                                            Kind.LINES,
                                            "Antrean koneksi basis data",
                                            "Requests that wait for a connection.",
                                            Unit.COUNT,
                                            8)
                                    .query("max by (service) (sql_pool_queue_size{pool_type=\"sql\"})", "{{service}}")
                                    .atMost(1, 20)
                                    .runbook("RequestsFail"),
                            of(
                                            Kind.LINES,
                                            "Antrean utas utama",
                                            "Tasks that wait for an event loop; something blocks it when this stays above some dozens.",
                                            Unit.COUNT,
                                            8)
                                    .query("max by (service) (netty_eventexecutor_tasks_pending)", "{{service}}")
                                    .atMost(50, 500)),
                    Row.of(
                            "Mesin",
                            of(Kind.BARS, "Disk yang tersisa", "Share of each disk that is free.", Unit.SHARE, 8)
                                    .query(
                                            "max by (mountpoint) "
                                                    + "(node_filesystem_avail_bytes{job=\"machine\",fstype!~\"tmpfs|ramfs|squashfs|iso9660\"} / "
                                                    + "node_filesystem_size_bytes)",
                                            "{{mountpoint}}")
                                    .atLeast(0.05, 0.15)
                                    .runbook("DiskNearlyFull"),
                            of(Kind.LINES, "Memori yang tersedia", "What programs can still have.", Unit.BYTES, 8)
                                    .query("min(node_memory_MemAvailable_bytes)", "tersedia"),
                            of(
                                            Kind.LINES,
                                            "Beban",
                                            "Runnable threads, mean of a minute, for each processor.",
                                            Unit.RATIO,
                                            8)
                                    .query(
                                            "max(node_load1) / count(count by (cpu) (node_cpu_seconds_total))",
                                            "beban per prosesor")
                                    .atMost(1, 3)),
                    Row.of(
                            "Klaster (hanya bila operator menjalankan Kafka dan sertifikat)",
                            of(
                                            Kind.LINES,
                                            "Partisi yang kurang salinan",
                                            "Partitions that lack a copy, and those with too few copies, or none, to be written.",
                                            Unit.COUNT,
                                            12)
                                    .query(
                                            "sum(kafka_server_replicamanager_underreplicatedpartitions{job=\"kafka\"})",
                                            "kurang salinan")
                                    .query(
                                            "sum(kafka_server_replicamanager_underminisrpartitioncount{job=\"kafka\"})",
                                            "tidak bisa ditulis")
                                    .query(
                                            "max(kafka_controller_kafkacontroller_offlinepartitionscount{job=\"kafka\"})",
                                            "tanpa broker")
                                    .below(1)
                                    .runbook("PartitionsUnderReplicated", "PartitionsNotWritable"),
                            of(
                                            Kind.BARS,
                                            "Sertifikat berakhir dalam",
                                            "Time until each certificate ends; cert-manager renews thirty days before.",
                                            Unit.SECONDS,
                                            12)
                                    .query(
                                            "min by (name) "
                                                    + "(certmanager_certificate_expiration_timestamp_seconds{job=\"cert-manager\"}) - time()",
                                            "{{name}}")
                                    .atLeast(259200, 1814400)
                                    .runbook("CertificateNearlyExpired"))));

    private Services() {}
}
