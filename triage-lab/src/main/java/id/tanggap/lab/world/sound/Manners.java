package id.tanggap.lab.world.sound;

/**
 * How people of one area are on the telephone. Centres differ in these so that what is learned in one is truly tested in
 * another; all are judgements.
 *
 * @param hesitation factor on the silence before the first word
 * @param noise factor on how often something is heard in the background
 * @param talkative factor on how long people talk
 * @param patience seconds after which operators give up a silent line, median
 * @param slowStarts share of speakers who say nothing for 8 s or more, whatever they want
 * @param quietVoices share of people who speak hardly above a whisper
 */
public record Manners(
        double hesitation, double noise, double talkative, double patience, double slowStarts, double quietVoices) {}
