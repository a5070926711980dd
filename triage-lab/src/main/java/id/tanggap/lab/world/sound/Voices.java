package id.tanggap.lab.world.sound;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.chance.Dice;
import java.util.Optional;

/**
 * What is heard of each habit. All figures are judgements, made so that every sound occurs in every kind of call: genuine
 * callers hesitate and stand beside engines, pranksters speak well, pockets press keys.
 */
public final class Voices {
    private static final double WHISPER_DB = -42;
    private static final double CLEAR_DB = -24;

    private final Manners manners;
    private final Dice dice;
    private final Silences silences;

    public Voices(Manners manners, Dice dice) {
        this.manners = manners;
        this.dice = dice;
        this.silences = new Silences(manners, dice);
    }

    /** The whole track of one answered call. */
    public Track of(Habit habit, Optional<Need> need) {
        return switch (habit) {
            case BORED_CHILD -> child(0.5);
            case SCHOOLYARD -> child(0.85);
            case TEENAGER -> teenager();
            case STORYTELLER -> dice.chance(0.35) ? panicked(need) : calm(need, 55);
            case EXHAUST -> exhaust();
            case SILENT_DIALLER -> silences.dialler();
            case POCKET -> silences.pocket();
            case INFORMATION_SEEKER -> calm(need, 50);
            case TESTER -> tester();
            case RESIDENT -> calm(need, 85);
            case CALM -> dice.chance(0.05) ? brokenOff() : calm(need, 70);
            case PANICKED -> dice.chance(0.08) ? brokenOff() : panicked(need);
            case FREQUENT -> frequent();
            case SPEECHLESS -> silences.speechless();
        };
    }

    private Track calm(Optional<Need> need, double medianSeconds) {
        TrackBuilder track = track(medianSeconds * manners.talkative(), 0.5, 12);
        background(track, need, 0.3, 0.1);
        if (dice.chance(0.03)) {
            track.turns(Sound.CRYING, 0, track.lengthMs(), 2_000, 4_000, -32);
        }
        return track.turns(Sound.SPEECH, hesitation(1_200, 1), track.lengthMs(), 2_300, 2_600, voiceDb())
                .build();
    }

    private Track panicked(Optional<Need> need) {
        TrackBuilder track = track(45 * manners.talkative(), 0.6, 5);
        background(track, need, 0.55, 0.15);
        if (dice.chance(0.2)) {
            track.turns(Sound.CRYING, 0, track.lengthMs(), 1_500, 2_500, -25);
        }
        // Some only sob or hold the phone to what happens, for a while.
        double from = dice.chance(0.05) ? dice.between(6_000, 18_000) : hesitation(500, 0.7);
        return track.turns(Sound.SPEECH, from, track.lengthMs(), 700, 650, voiceDb() + 4)
                .build();
    }

    private Track frequent() {
        TrackBuilder track = track(75 * manners.talkative(), 0.5, 10);
        background(track, Optional.empty(), 0.4, 0.03);
        return track.turns(Sound.SPEECH, hesitation(3_000, 2), track.lengthMs(), 1_300, 4_200, voiceDb() - 6)
                .build();
    }

    /** A call that ends after a few words: a battery, an attacker, a bad network. */
    private Track brokenOff() {
        TrackBuilder track = track(5, 0.5, 1.5);
        background(track, Optional.empty(), 0.5, 0.15);
        return track.turns(Sound.SPEECH, hesitation(800, 1), track.lengthMs(), 700, 900, voiceDb())
                .build();
    }

    private Track child(double company) {
        TrackBuilder track = track(16, 0.6, 3);
        if (dice.chance(Math.min(0.95, company * manners.noise()))) {
            track.turns(Sound.OTHER, 0, track.lengthMs(), 1_500, 900, -27);
        }
        if (dice.chance(0.08)) {
            track.key(dice.between(500, track.lengthMs()), digit());
        }
        if (dice.chance(0.04)) {
            track.turns(Sound.CRYING, 0, track.lengthMs(), 1_500, 3_000, -28);
        }
        double from = dice.chance(0.2) ? dice.between(4_000, 11_000) : hesitation(900, 2);
        double pause = dice.chance(0.3) ? 650 : 1_500;
        return track.turns(Sound.SPEECH, from, track.lengthMs(), 750, pause, voiceDb())
                .build();
    }

    private Track teenager() {
        TrackBuilder track = track(20, 0.7, 4);
        background(track, Optional.empty(), 0.35, 0.15);
        return track.turns(Sound.SPEECH, hesitation(900, 1), track.lengthMs(), 1_600, 1_600, voiceDb())
                .build();
    }

    private Track exhaust() {
        TrackBuilder track = track(10, 0.45, 3);
        if (dice.chance(0.4)) {
            track.steady(Sound.ENGINE, 0, track.lengthMs(), dice.normal(-16, 4));
        } else {
            track.turns(Sound.ENGINE, dice.between(0, 2_500), track.lengthMs(), 1_800, 900, -15);
        }
        if (dice.chance(0.3)) {
            track.turns(Sound.SPEECH, dice.between(1_000, 7_000), track.lengthMs(), 600, 2_500, CLEAR_DB);
        }
        return track.build();
    }

    private Track tester() {
        TrackBuilder track = track(8, 0.5, 2);
        if (dice.chance(0.6)) {
            track.turns(Sound.SPEECH, hesitation(900, 1), track.lengthMs(), 1_000, 1_500, voiceDb());
        }
        return track.build();
    }

    private void background(TrackBuilder track, Optional<Need> need, double other, double engine) {
        boolean road = need.filter(Need.TRAFFIC_ACCIDENT::equals).isPresent();
        boolean alarm =
                need.filter(n -> n == Need.FIRE || n == Need.TRAFFIC_ACCIDENT).isPresent();
        if (dice.chance(Math.min(0.9, (road ? 0.5 : engine) * manners.noise()))) {
            track.turns(Sound.ENGINE, dice.between(0, 3_000), track.lengthMs(), 5_000, 3_000, -24);
        }
        if (dice.chance(Math.min(0.9, other * manners.noise()))) {
            track.turns(Sound.OTHER, 0, track.lengthMs(), 2_000, 2_000, -31);
        }
        if (dice.chance(alarm ? 0.15 : 0.02)) {
            track.turns(Sound.SIREN, dice.between(0, track.lengthMs()), track.lengthMs(), 4_000, 2_000, -30);
        }
    }

    /** Milliseconds to the first word; {@code slow} is how many times likelier than others these people start late. */
    private double hesitation(double medianMs, double slow) {
        return dice.chance(slow * manners.slowStarts())
                ? dice.between(8_000, 15_000)
                : dice.logNormal(medianMs * manners.hesitation(), 0.7);
    }

    private double voiceDb() {
        return dice.chance(manners.quietVoices()) ? dice.normal(WHISPER_DB, 3) : dice.normal(CLEAR_DB, 5);
    }

    private char digit() {
        return (char) ('0' + dice.below(10));
    }

    private TrackBuilder track(double medianSeconds, double spread, double atLeast) {
        return new TrackBuilder(dice, (int) (1000 * Math.max(atLeast, dice.logNormal(medianSeconds, spread))));
    }
}
