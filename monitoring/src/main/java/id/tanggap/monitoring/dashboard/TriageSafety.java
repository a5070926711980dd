package id.tanggap.monitoring.dashboard;

import static id.tanggap.monitoring.dashboard.Panel.of;

import id.tanggap.monitoring.dashboard.Dashboard.Row;
import java.util.List;

/** Whether triage can be trusted: above all that it takes no genuine call for a hoax. */
final class TriageSafety {
    static final Dashboard DASHBOARD = new Dashboard(
            "keamanan-triase",
            "Keamanan triase",
            "Whether the advice is right and soon enough, for operations and the two people who keep the "
                    + "model. The first number must be 0.",
            "now-24h",
            List.of(
                    Row.of(
                            "Tidak ada penelepon sungguhan yang dianggap prank",
                            of(
                                            Kind.STAT,
                                            "Sungguhan, tetapi dinilai prank",
                                            "Genuine calls whose last assessment before a person or the field found them so was "
                                                    + "LIKELY_HOAX. Must be 0.",
                                            Unit.COUNT,
                                            6)
                                    .query(
                                            "sum(increase(tanggap_triage_genuine_calls_total{band=\"likely_hoax\"}[$__range]))",
                                            "")
                                    .below(0.5)
                                    .runbook("GenuineCallScoredHoax"),
                            of(
                                            Kind.STAT,
                                            "Panggilan sungguhan menurut nilai",
                                            "Genuine calls by the band of their last assessment before; none: not assessed by then.",
                                            Unit.COUNT,
                                            12)
                                    .query(
                                            "sum by (band) (increase(tanggap_triage_genuine_calls_total[$__range]))",
                                            "{{band}}")
                                    .runbook("GenuineCallScoredHoax"),
                            of(
                                            Kind.STAT,
                                            "Model yang dipakai",
                                            "1 for each model in use: the champion speaks, a challenger is only listened to.",
                                            Unit.COUNT,
                                            6)
                                    .query(
                                            "max by (state, version) (tanggap_triage_model_seated)",
                                            "{{state}} {{version}}")
                                    .runbook("ModelMiscalibrated")),
                    Row.of(
                            "Nilai",
                            of(
                                            Kind.HEAT,
                                            "Sebaran nilai akhir",
                                            "Likelihood of a hoax when a call ended, once a call; below 0.3 likely genuine, from 0.9 "
                                                    + "likely a hoax.",
                                            Unit.COUNT,
                                            12)
                                    .query(
                                            "sum by (le) (increase(tanggap_triage_final_score_ratio_bucket[$__rate_interval]))",
                                            "{{le}}"),
                            of(
                                            Kind.BARS,
                                            "Nilai akhir menurut golongan",
                                            "Ended calls by the band of their last assessment.",
                                            Unit.COUNT,
                                            6)
                                    .query(
                                            "sum by (band) (increase(tanggap_triage_final_score_ratio_count[$__range]))",
                                            "{{band}}"),
                            of(
                                            Kind.LINES,
                                            "Rata-rata nilai akhir",
                                            "Mean likelihood of a hoax of calls that ended in the hour before; a step without a reason is "
                                                    + "drift.",
                                            Unit.RATIO,
                                            6)
                                    .query(
                                            "sum(increase(tanggap_triage_final_score_ratio_sum[1h])) / "
                                                    + "sum(increase(tanggap_triage_final_score_ratio_count[1h]))",
                                            "rata-rata")
                                    .runbook("ModelInputsDrift")),
                    Row.of(
                            "Penilaian",
                            of(
                                            Kind.STACK,
                                            "Penilaian menurut golongan",
                                            "Assessments told, a second.",
                                            Unit.PER_SECOND,
                                            8)
                                    .query(
                                            "sum by (band) (rate(tanggap_triage_assessments_total[$__rate_interval]))",
                                            "{{band}}")
                                    .runbook("TriageSilent"),
                            of(
                                            Kind.STACK,
                                            "Dipikirkan menurut sebab",
                                            "Calls thought about, told or not, by what gave cause.",
                                            Unit.PER_SECOND,
                                            8)
                                    .query(
                                            "sum by (trigger) (rate(tanggap_triage_looks_total[$__rate_interval]))",
                                            "{{trigger}}"),
                            of(
                                            Kind.STACK,
                                            "Langkah untuk panggilan hening",
                                            "Advice on silent calls in the hour before: prompt, listen, ring back, hand to a person.",
                                            Unit.COUNT,
                                            8)
                                    .query(
                                            "sum by (step) ((tanggap_triage_silent_steps_total unless tanggap_triage_silent_steps_total "
                                                    + "offset 1h) or increase(tanggap_triage_silent_steps_total[1h]))",
                                            "{{step}}"),
                            of(
                                            Kind.LINES,
                                            "Dari bukti sampai nilai, p95",
                                            "Time from the evidence to the assessment. Nothing waits for it longer than 2 s.",
                                            Unit.SECONDS,
                                            12)
                                    .query(
                                            "histogram_quantile(0.95, sum by (le, trigger) "
                                                    + "(rate(tanggap_triage_assessment_delay_seconds_bucket[$__rate_interval])))",
                                            "{{trigger}}")
                                    .atMost(1, 2)
                                    .runbook("TriageSilent"),
                            of(
                                            Kind.LINES,
                                            "Dari suara sampai nilai, p95",
                                            "Time from a second of sound at intake to the call assessed with it.",
                                            Unit.SECONDS,
                                            12)
                                    .query(
                                            "histogram_quantile(0.95, sum by (le) "
                                                    + "(rate(tanggap_triage_sound_delay_seconds_bucket[$__rate_interval])))",
                                            "p95")
                                    .atMost(2, 5)),
                    Row.of(
                            "Pergeseran",
                            of(
                                            Kind.BARS,
                                            "Pergeseran masukan (PSI)",
                                            "Population stability index of each feature against the champion's training; look from 0.25 on.",
                                            Unit.RATIO,
                                            8)
                                    .query("max by (feature) (tanggap_triage_model_psi)", "{{feature}}")
                                    .atMost(0.1, 0.25)
                                    .runbook("ModelInputsDrift"),
                            of(
                                            Kind.LINES,
                                            "Kalibrasi",
                                            "Champion on recent labelled calls: expected calibration error, Brier score, and bias (mean "
                                                    + "likelihood less share of hoaxes).",
                                            Unit.RATIO,
                                            8)
                                    .query(
                                            "max by (measure) (tanggap_triage_model_calibration{measure=~\"ece|brier|bias\"})",
                                            "{{measure}}")
                                    .runbook("ModelMiscalibrated"),
                            of(
                                            Kind.STAT,
                                            "Panggilan berlabel",
                                            "Labelled calls that calibration rests on; from 100 on it tells something.",
                                            Unit.COUNT,
                                            4)
                                    .query("max(tanggap_triage_model_judged_on)", "")
                                    .atLeast(50, 100)
                                    .runbook("ModelMiscalibrated"),
                            of(
                                            Kind.BARS,
                                            "Giliran penelepon",
                                            "The gateway's question in which turn a caller is answered, by the answer; never \"not at "
                                                    + "all\".",
                                            Unit.COUNT,
                                            4)
                                    .query(
                                            "sum by (priority) ((tanggap_priority_looked_up_total unless tanggap_priority_looked_up_total "
                                                    + "offset $__range) or increase(tanggap_priority_looked_up_total[$__range]))",
                                            "{{priority}}"))));

    private TriageSafety() {}
}
