package id.tanggap.local.replay.line;

import id.tanggap.local.replay.scenario.PlannedCall;

/** What happens on a real line now and then, here with certain calls, so that every replay has each of it. */
record Habits(
        boolean announcesTwice,
        boolean answersBeforeAnnouncing,
        boolean repeatsAnswer,
        boolean endsBeforeAnswering,
        boolean repeatsAudio,
        boolean swapsAudio,
        boolean repeatsReport,
        boolean repeatsDisposition,
        boolean ringsBack) {

    static Habits of(PlannedCall call) {
        int n = call.ordinal();
        return new Habits(
                n % 7 == 3,
                n % 11 == 5,
                n % 6 == 1,
                n % 13 == 7,
                n % 9 == 2,
                n % 5 == 4,
                n % 2 == 0,
                n % 8 == 6,
                // The others are judged at once, as by an operator who knows the number.
                call.abandoned() && n % 6 == 5);
    }
}
