package id.tanggap.intake.config;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The seal of what this service stores. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface AtRest {}
