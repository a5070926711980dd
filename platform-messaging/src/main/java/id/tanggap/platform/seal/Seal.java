package id.tanggap.platform.seal;

import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/** Encrypts short texts as compact JWE (RFC 7516), {@code dir} with {@code A256GCM}: authenticated, with a fresh nonce each. */
public final class Seal {

    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final String keyId;

    /**
     * @param key 32 bytes
     * @param keyId goes readable into the {@code kid} header, so that a later rotation can find the key
     */
    public Seal(byte[] key, String keyId) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a sealing key has " + KEY_BYTES + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
        this.keyId = keyId;
    }

    /** A seal whose key is written in Base64 (RFC 4648, 4). */
    public static Seal ofBase64(String key, String keyId) {
        return new Seal(Base64.getDecoder().decode(key), keyId);
    }

    /** The sealed form of {@code plain}: compact JWE, five parts divided by dots. */
    public String seal(String plain) {
        JsonWebEncryption jwe = jwe();
        jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
        jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
        jwe.setKeyIdHeaderValue(keyId);
        jwe.setPayload(plain);
        try {
            return jwe.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * What was sealed.
     *
     * @throws IllegalArgumentException if it was not sealed with this key, was altered or is no such JWE
     */
    public String open(String sealed) {
        JsonWebEncryption jwe = jwe();
        jwe.setAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT));
        jwe.setContentEncryptionAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM));
        try {
            jwe.setCompactSerialization(sealed);
            return jwe.getPayload();
        } catch (JoseException e) {
            throw new IllegalArgumentException("cannot be opened with key " + keyId, e);
        }
    }

    private JsonWebEncryption jwe() {
        JsonWebEncryption jwe = new JsonWebEncryption();
        jwe.setKey(key);
        return jwe;
    }
}
