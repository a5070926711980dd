package id.tanggap.local.replay.http;

import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.stack.TokenClient;

/** Access tokens of the replay's own client and accounts. */
public final class Bearers {
    private final SystemConfig system;
    private volatile TokenClient tokens;

    public Bearers(SystemConfig system) {
        this.system = system;
        forget();
    }

    /** Of the client {@code gateway} or of a person such as {@code operator1}. */
    public String of(String who) {
        return who.equals(Names.GATEWAY) ? tokens.client(who) : tokens.user(who);
    }

    /** After a refused token: the identity server may have been started anew with other keys. */
    public void forget() {
        tokens = new TokenClient(system);
    }
}
