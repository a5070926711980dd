package id.tanggap.triage.audio;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A model on the class path that is used only if it is, byte for byte, the one that was measured. */
record ModelFile(String path, String sha256) {

    /** Silero VAD v6 (MIT licence) as the npm package {@code @ricky0123/vad-web} 0.0.31 carries it. */
    static final ModelFile SILERO = new ModelFile(
            "/META-INF/tanggap/models/silero_vad_v6.onnx",
            "1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3");

    byte[] read() {
        try (InputStream source = ModelFile.class.getResourceAsStream(path)) {
            if (source == null) {
                throw new VoiceModelException(path + " is not on the class path: was it built without npm?");
            }
            byte[] bytes = source.readAllBytes();
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!found.equals(sha256)) {
                throw new VoiceModelException(path + " is not the model that was measured: its SHA-256 is " + found);
            }
            return bytes;
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new VoiceModelException(path + " cannot be read", e);
        }
    }
}
