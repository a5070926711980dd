package id.tanggap.local.replay.http;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.stack.TokenClient;

/** Access tokens of the realm's clients and accounts. */
public final class RealmBearers implements Bearers {
    private final String realmUrl;
    private final Credentials credentials;
    private volatile TokenClient tokens;

    public RealmBearers(SystemConfig system) {
        this(system.realmUrl(), system.credentials());
    }

    /** {@code credentials}: of those whose tokens are wanted. */
    public RealmBearers(String realmUrl, Credentials credentials) {
        this.realmUrl = realmUrl;
        this.credentials = credentials;
        forget();
    }

    @Override
    public String of(String who) {
        return credentials.clients().containsKey(who) ? tokens.client(who) : tokens.user(who);
    }

    @Override
    public void forget() {
        tokens = new TokenClient(realmUrl, credentials);
    }
}
