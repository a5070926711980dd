package id.tanggap.ticket.export.monitoring;

import id.tanggap.ticket.export.report.DailyFigures;

/**
 * Tells the national monitoring centre of 112 (Pusat Monitoring) what a day was like. Its own format is not public: who is given
 * it writes another implementation of this, and nothing else changes.
 */
public interface MonitoringExport {

    /** Media type of what it writes. */
    String mediaType();

    /** A day's figures in that format. */
    String write(DailyFigures figures);
}
