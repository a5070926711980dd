package id.tanggap.local.replay.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The line's hours, 07:00-21:00 WIB every day: Jepara's in May 2025. */
public final class OpeningHours {
    public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    public static final LocalTime OPENS = LocalTime.of(7, 0);
    public static final LocalTime CLOSES = LocalTime.of(21, 0);
    private static final Duration DAY = Duration.between(OPENS, CLOSES);

    private OpeningHours() {}

    public static boolean open(Instant at) {
        LocalTime time = at.atZone(WIB).toLocalTime();
        return !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }

    public static Instant opening(LocalDate day) {
        return day.atTime(OPENS).atZone(WIB).toInstant();
    }

    /** Time from the opening of {@code first} to {@code at} with the nights left out. */
    public static Duration elapsed(LocalDate first, Instant at) {
        ZonedDateTime local = at.atZone(WIB);
        long days = local.toLocalDate().toEpochDay() - first.toEpochDay();
        Duration today = Duration.between(OPENS, local.toLocalTime());
        if (today.isNegative()) {
            today = Duration.ZERO;
        }
        return DAY.multipliedBy(days).plus(today.compareTo(DAY) > 0 ? DAY : today);
    }
}
