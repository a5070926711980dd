package id.tanggap.lab.world.sound;

import id.tanggap.lab.world.chance.Dice;

/** Calls in which nobody speaks to the operator: by whim, by accident, or because the caller cannot. */
final class Silences {
    private final Manners manners;
    private final Dice dice;

    Silences(Manners manners, Dice dice) {
        this.manners = manners;
        this.dice = dice;
    }

    Track dialler() {
        TrackBuilder track = track(0.55);
        if (dice.chance(0.3 * manners.noise())) {
            track.turns(Sound.OTHER, dice.between(0, 4_000), track.lengthMs(), 900, 3_000, -38);
        }
        if (dice.chance(0.05)) {
            track.key(dice.between(1_000, track.lengthMs()), digit());
        }
        if (dice.chance(0.04)) {
            track.taps(dice.between(1_000, track.lengthMs()), 1 + dice.below(2));
        }
        if (dice.chance(0.06)) {
            track.turns(Sound.SPEECH, dice.between(2_000, track.lengthMs()), track.lengthMs(), 500, 9_000, -36);
        }
        return track.build();
    }

    /** Rustling, a motorbike's ride, a talk far off; keys that cloth presses. */
    Track pocket() {
        TrackBuilder track = track(0.5);
        if (dice.chance(0.7)) {
            track.turns(Sound.OTHER, dice.between(0, 2_000), track.lengthMs(), 1_200, 2_000, -32);
        }
        if (dice.chance(0.25)) {
            track.turns(Sound.ENGINE, 0, track.lengthMs(), 6_000, 2_000, -28);
        }
        if (dice.chance(0.35)) {
            track.turns(Sound.SPEECH, dice.between(0, 6_000), track.lengthMs(), 2_000, 2_500, -41);
        }
        if (dice.chance(0.08)) {
            double at = dice.between(1_000, track.lengthMs());
            for (int i = dice.below(4); i >= 0; i--) {
                track.key(at, digit());
                at += dice.between(350, 1_500);
            }
        }
        if (dice.chance(0.04)) {
            track.taps(dice.between(500, track.lengthMs()), 1 + dice.below(4));
        }
        return track.build();
    }

    /**
     * Two in three give a sign when asked for one. With one and a half of them to a hundred silent calls that makes the one
     * in a hundred of the United Kingdom's Silent Solution (about 50 presses of 55 in 5,000 silent calls a day).
     */
    Track speechless() {
        TrackBuilder track = track(0.5);
        double asked = Math.min(dice.between(5_000, 9_000), track.lengthMs() * 0.6);
        double answers = Math.min(asked + dice.logNormal(3_000, 0.6), track.lengthMs() - 1_000.0);
        if (dice.chance(0.42)) {
            sign(track, answers);
        } else if (dice.chance(0.43)) {
            track.taps(answers, 2 + dice.below(4));
        }
        if (dice.chance(0.4)) {
            track.turns(Sound.OTHER, dice.between(0, 5_000), track.lengthMs(), 1_500, 3_500, -35);
        }
        if (dice.chance(0.15)) {
            track.turns(Sound.SPEECH, dice.between(2_000, 9_000), track.lengthMs(), 900, 5_000, -42);
        }
        if (dice.chance(0.1)) {
            track.turns(Sound.CRYING, dice.between(0, 6_000), track.lengthMs(), 1_200, 4_000, -36);
        }
        return track.build();
    }

    /** Most press 5 as they are asked to, some another key. */
    private void sign(TrackBuilder track, double atMs) {
        track.key(atMs, dice.chance(0.75) ? '5' : digit());
        if (dice.chance(0.5)) {
            track.key(atMs + dice.between(350, 900), '5');
        }
    }

    private char digit() {
        return (char) ('0' + dice.below(10));
    }

    /** As long as the operator's patience, or until the caller hangs up. */
    private TrackBuilder track(double operatorEnds) {
        double patience = dice.logNormal(manners.patience(), 0.4);
        double caller = dice.chance(operatorEnds) ? patience : dice.logNormal(9, 0.6);
        return new TrackBuilder(dice, (int) (1000 * Math.max(2, Math.min(patience, caller))));
    }
}
