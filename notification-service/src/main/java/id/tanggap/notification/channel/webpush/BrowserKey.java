package id.tanggap.notification.channel.webpush;

import java.util.Optional;

/** What a browser needs before it can be pushed to. */
public interface BrowserKey {

    /** Our public key (VAPID, RFC 8292), uncompressed P-256 in Base64url; none where web push is not offered. */
    Optional<String> publicKey();
}
