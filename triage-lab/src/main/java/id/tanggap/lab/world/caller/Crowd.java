package id.tanggap.lab.world.caller;

import id.tanggap.lab.world.Habit;

/** People among whom handsets are remembered: whoever called before is likelier to call again. */
enum Crowd {
    CHILDREN,
    YOUTHS,
    PUBLIC,
    POCKETS,
    FREQUENT;

    static Crowd of(Habit habit) {
        return switch (habit) {
            case BORED_CHILD, SCHOOLYARD, SILENT_DIALLER -> CHILDREN;
            case TEENAGER, STORYTELLER, EXHAUST -> YOUTHS;
            case POCKET -> POCKETS;
            case FREQUENT -> FREQUENT;
            case INFORMATION_SEEKER, TESTER, RESIDENT, CALM, PANICKED, SPEECHLESS -> PUBLIC;
        };
    }

    boolean young() {
        return this == CHILDREN || this == YOUTHS;
    }
}
