package id.tanggap.triage.audio;

/** The voice model cannot be used on this machine: its file or its native library is missing, or not the right one. */
public final class VoiceModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VoiceModelException(String message) {
        super(message);
    }

    VoiceModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
