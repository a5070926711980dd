package id.tanggap.intake.opening;

import java.time.Instant;
import java.util.List;

/**
 * Who opened a call, as a supervisor sees it.
 *
 * @param position orders the records
 * @param subject the person by the realm's own id
 * @param name the same person's name of that day
 * @param openedAt the first look within a minute of the clock; more looks of that minute at the same are this record
 */
public record OpeningView(long position, String subject, String name, Instant openedAt, List<Shown> shown) {}
