package id.tanggap.triage.policy;

/** What the rules ask of the line's sound. */
final class Line {

    private Line() {}

    /** Long enough without a voice that it says something. */
    static boolean quiet(Evidence evidence) {
        return evidence.heard().withoutSpeech().compareTo(Limits.SILENCE_FROM) > 0;
    }

    static boolean quietForLong(Evidence evidence) {
        return evidence.heard().withoutSpeech().compareTo(Limits.SILENCE_CERTAIN) > 0;
    }

    /** Silent until the line ended, or for so long that the caller was asked for a sign and had time to give one. */
    static boolean heardOut(Evidence evidence) {
        boolean asked = evidence.heard().withoutSpeech().compareTo(Limits.HEARD_OUT) >= 0;
        return (asked || evidence.status().isOver()) && !someSpeech(evidence);
    }

    static boolean someSpeech(Evidence evidence) {
        return evidence.heard().speech().compareTo(Limits.SPEECH_FROM) > 0;
    }

    static boolean certainSpeech(Evidence evidence) {
        return evidence.heard().speech().compareTo(Limits.SPEECH_CERTAIN) >= 0;
    }

    /** Somebody seems to speak under an engine or another sound, not only for a moment of it. */
    static boolean coveredVoice(Evidence evidence) {
        return evidence.heard().covered().compareTo(Limits.COVERED_FROM) >= 0
                && evidence.heard().coveredShare() >= Limits.COVERED_SHARE;
    }

    static boolean distress(Evidence evidence) {
        return evidence.heard().distress().compareTo(Limits.DISTRESS_FROM) >= 0;
    }
}
