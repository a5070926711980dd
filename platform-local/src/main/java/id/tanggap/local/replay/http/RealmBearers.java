package id.tanggap.local.replay.http;

import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.stack.TokenClient;

/** Access tokens of the realm's clients and accounts. */
public final class RealmBearers implements Bearers {
    private final SystemConfig system;
    private volatile TokenClient tokens;

    public RealmBearers(SystemConfig system) {
        this.system = system;
        forget();
    }

    @Override
    public String of(String who) {
        return system.credentials().clients().containsKey(who) ? tokens.client(who) : tokens.user(who);
    }

    @Override
    public void forget() {
        tokens = new TokenClient(system);
    }
}
