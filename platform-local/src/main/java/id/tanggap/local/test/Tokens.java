package id.tanggap.local.test;

import id.tanggap.local.stack.TokenClient;

/** Bearer tokens of the test realm; the same one again until it is about to expire. */
public final class Tokens {
    private static volatile TokenClient tokens;

    private Tokens() {}

    /** A person: {@code operator1..3}, {@code supervisor1}, {@code ops1}, {@code <agency>1}, and damkar's {@code officer1}. */
    public static String user(String name) {
        return client().user(name);
    }

    /** A machine: {@code gateway}, {@code prometheus} or {@code agency-<id>}. */
    public static String client(String id) {
        return client().client(id);
    }

    private static TokenClient client() {
        TokenClient known = tokens;
        if (known == null) {
            known = new TokenClient(EmbeddedStack.config());
            tokens = known;
        }
        return known;
    }
}
