package id.tanggap.lab.world.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/**
 * What a day is for callers: school, holiday, Ramadan. Ramadan and Idul Fitri as the government announced them for 2024 to
 * 2026; school holidays are about those of Central Java.
 */
public final class Days {
    private record Span(LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private static final List<Span> RAMADAN = List.of(
            span("2024-03-12", "2024-04-09"), span("2025-03-01", "2025-03-30"), span("2026-02-19", "2026-03-20"));

    /** Schools close for the feast. Judgement: a week before to a week after it. */
    private static final List<Span> FEAST = List.of(
            span("2024-04-04", "2024-04-17"), span("2025-03-24", "2025-04-08"), span("2026-03-14", "2026-03-28"));

    private Days() {}

    public static boolean ramadan(LocalDate day) {
        return RAMADAN.stream().anyMatch(span -> span.holds(day));
    }

    public static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    public static boolean school(LocalDate day) {
        return !weekend(day)
                && !between(day, MonthDay.of(6, 23), MonthDay.of(7, 12))
                && !between(day, MonthDay.of(12, 20), MonthDay.of(12, 31))
                && !between(day, MonthDay.of(1, 1), MonthDay.of(1, 3))
                && FEAST.stream().noneMatch(span -> span.holds(day));
    }

    private static boolean between(LocalDate day, MonthDay from, MonthDay to) {
        MonthDay of = MonthDay.from(day);
        return !of.isBefore(from) && !of.isAfter(to);
    }

    private static Span span(String from, String to) {
        return new Span(LocalDate.parse(from), LocalDate.parse(to));
    }
}
