package id.tanggap.lab.world.centre;

import static java.util.Map.entry;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.sound.Manners;
import java.time.LocalDate;
import java.util.Map;

/**
 * A new line in a regency. Public are only the first days, so the novelty is calibrated to them and the quiet years after it
 * are a judgement between Purworejo and Semarang. The 89 of two days and the 900 of four cannot both count the same thing:
 * the shares of both are matched, and the number of the latter.
 */
final class Jepara {
    static final CentreProfile PROFILE = new CentreProfile(
            "jepara",
            "Diskominfo Jepara: 20-21 May 2025, 75 of 89 fake; 20-23 May, 742 prank or trial of about 900; 07:00-21:00 WIB",
            LocalDate.of(2025, 5, 20),
            60,
            Map.of(Kind.GENUINE, 0.22, Kind.INFORMATION, 0.13, Kind.GHOST, 0.40, Kind.PRANK, 0.20, Kind.TEST, 0.05),
            // Judgement: three operators on a shift.
            0.10,
            // 60 a day of which 39 hoax or trial become 202 answered, 167 of them hoax or trial, over the first four
            // days.
            new Novelty(4.6, 1.8, 10),
            new OpeningHours(7, 21),
            // Told of: silence after the answer, then exhausts. Judgement: the rest.
            Map.of(
                    Habit.SILENT_DIALLER, 0.75,
                    Habit.POCKET, 0.25,
                    Habit.BORED_CHILD, 0.34,
                    Habit.SCHOOLYARD, 0.10,
                    Habit.TEENAGER, 0.16,
                    Habit.STORYTELLER, 0.05,
                    Habit.EXHAUST, 0.35),
            // The 14 real ones: water network, health, fake WhatsApp number most. Judgement: the rest.
            Map.ofEntries(
                    entry(Need.WATER, 0.20),
                    entry(Need.FAKE_WHATSAPP, 0.08),
                    entry(Need.MEDICAL, 0.10),
                    entry(Need.AMBULANCE, 0.12),
                    entry(Need.CHILDBIRTH, 0.01),
                    entry(Need.FIRE, 0.06),
                    entry(Need.TRAFFIC_ACCIDENT, 0.10),
                    entry(Need.ANIMAL, 0.06),
                    entry(Need.SEA_ACCIDENT, 0.01),
                    entry(Need.ELECTRICITY, 0.06),
                    entry(Need.ELECTRICITY_DANGER, 0.02),
                    entry(Need.ROAD_DAMAGE, 0.04),
                    entry(Need.STREET_LIGHT, 0.03),
                    entry(Need.CRIME, 0.03),
                    entry(Need.DOMESTIC_VIOLENCE, 0.015),
                    entry(Need.CHILD_DANGER, 0.005),
                    entry(Need.PUBLIC_ORDER, 0.03),
                    entry(Need.ODGJ, 0.03),
                    entry(Need.HOMELESS, 0.01)),
            new CallerMix(0.08, 0.06, 0.40, 0.06),
            new Manners(1.0, 1.0, 1.0, 18, 0.03, 0.05),
            new OperatorSkill(0.93, 0.90, 0.60, 0.95));

    private Jepara() {}
}
