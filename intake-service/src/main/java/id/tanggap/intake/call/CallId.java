package id.tanggap.intake.call;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The gateway's own name of a call, such as a SIP Call-ID: safe in a URL, a Kafka key and a log line. */
@Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface CallId {

    String message() default "must be 1 to 128 letters, digits or . _ : @ -, the first a letter or digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
