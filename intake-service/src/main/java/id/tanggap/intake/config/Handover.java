package id.tanggap.intake.config;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The seal that intake-service and ticket-service share, for a reporter's identity on the way. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Handover {}
