package id.tanggap.local.replay.http;

/** Access tokens by the name of their owner. */
public interface Bearers {
    /** The token of a client such as {@code gateway} or of a person such as {@code operator1}. */
    String of(String who);

    /** After a refused token: the identity server may have been started anew with other keys. */
    void forget();
}
