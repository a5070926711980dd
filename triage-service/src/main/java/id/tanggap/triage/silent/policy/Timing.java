package id.tanggap.triage.silent.policy;

import java.time.Duration;

/**
 * How long the procedure waits, and how much it takes to count; sources are at the configuration of the same names.
 */
public record Timing(
        Duration silence,
        Duration promptWait,
        Duration listen,
        Duration callBackGap,
        Duration callBackWait,
        Duration grace,
        Duration lost,
        Duration spoke,
        Duration speech,
        Duration distress) {}
