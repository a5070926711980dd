package id.tanggap.triage.audio;

/**
 * What half a second of sound is like, whether or not somebody speaks in it.
 *
 * @param engine how likely it is an engine, 0 to 1
 * @param distress whether somebody cries or a siren sounds
 */
record BlockSound(double engine, boolean distress) {}
