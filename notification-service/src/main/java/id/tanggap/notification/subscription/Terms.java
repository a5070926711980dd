package id.tanggap.notification.subscription;

import id.tanggap.notification.subscription.policy.Wishes;
import java.util.Optional;

/** What an agency decides of a subscription, whole. */
public record Terms(String url, Optional<String> description, Wishes wishes) {}
