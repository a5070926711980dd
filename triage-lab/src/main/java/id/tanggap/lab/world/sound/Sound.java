package id.tanggap.lab.world.sound;

/** What can be told apart on a line; where no segment is, the line is silent. */
public enum Sound {
    SPEECH,
    /** An engine or exhaust. */
    ENGINE,
    /** Rustling, playing, a crowd, television. */
    OTHER,
    CRYING,
    SIREN,
    /** A DTMF key. */
    KEY,
    /** Knocking on the handset. */
    TAP
}
