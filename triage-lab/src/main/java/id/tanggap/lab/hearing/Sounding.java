package id.tanggap.lab.hearing;

/**
 * A sound to listen to.
 *
 * @param clip number of the recording that it is made of: what is made of one recording is not independent
 */
record Sounding(int clip, short[] sound) {}
