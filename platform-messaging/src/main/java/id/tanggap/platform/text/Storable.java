package id.tanggap.platform.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;

/** A text that comes out of the database as it went in: no U+0000, which PostgreSQL cannot hold, and no half surrogate pair. */
@Constraint(validatedBy = Storable.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Storable {

    String message() default "must not contain U+0000 or half a surrogate pair";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the text; null is another constraint's concern. */
    class Validator implements ConstraintValidator<Storable, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null
                    || text.indexOf('\u0000') < 0
                            && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        }
    }
}
