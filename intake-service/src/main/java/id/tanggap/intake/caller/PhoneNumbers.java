package id.tanggap.intake.caller;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads numbers as Indonesian gateways write them: {@code 0812…}, {@code +62…}, {@code 0062…}, {@code 62…}, short codes, or none. */
@Singleton
public class PhoneNumbers {

    private static final String REGION = "ID";

    /** What SIP and PBX gateways send in place of a number (RFC 3323, 4.1.1.3, and common usage). */
    private static final Set<String> WITHHELD =
            Set.of("", "anonymous", "withheld", "private", "restricted", "unavailable", "unknown", "none", "asterisk");

    private static final Pattern SHORT = Pattern.compile("1\\d{2,5}");
    private static final Pattern COUNTRY_CODE_WITHOUT_PLUS = Pattern.compile("62\\d{7,13}");

    /** With +62 put before it, it would be the number of somebody elsewhere. */
    private static final Pattern LANDLINE_WITHOUT_AREA_CODE = Pattern.compile("[1-9]\\d{0,7}");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();

    /** The caller of whom the gateway sent {@code from}, which may be null. Never fails. */
    public Caller callerOf(String from) {
        String given = from == null ? "" : from.strip();
        if (WITHHELD.contains(user(given).toLowerCase(Locale.ROOT))) {
            return new Caller(CallerKind.WITHHELD, Optional.empty());
        }
        String compact = user(given).replaceAll("[\\s().\\-/]", "");
        if (SHORT.matcher(compact).matches() && isShort(compact)) {
            return new Caller(CallerKind.SHORT_CODE, Optional.of(compact));
        }
        return e164(compact)
                .map(number -> new Caller(CallerKind.SUBSCRIBER, Optional.of(number)))
                .orElseGet(() -> new Caller(CallerKind.UNPARSEABLE, Optional.of(given)));
    }

    /** The number in E.164, or empty if it is none that can be dialled. */
    public Optional<String> e164(String given) {
        String compact = given.replaceAll("[\\s().\\-/]", "");
        // libphonenumber reads letters as the keys of a telephone: whatever text would be somebody's number.
        if (compact.chars().anyMatch(Character::isLetter)
                || LANDLINE_WITHOUT_AREA_CODE.matcher(compact).matches()) {
            return Optional.empty();
        }
        // 0062 is how many exchanges write +62; in Indonesia itself the prefix is 001 or 008, so libphonenumber does
        // not know it.
        String international = compact.startsWith("0062")
                ? "+" + compact.substring(2)
                : COUNTRY_CODE_WITHOUT_PLUS.matcher(compact).matches() ? "+" + compact : compact;
        try {
            PhoneNumber number = numbers.parse(international, REGION);
            // Possible, not valid: new ranges are in use before the library knows them. Not possible only locally:
            // without
            // its area code a landline would become the number of somebody elsewhere.
            return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private boolean isShort(String digits) {
        try {
            return digits.length() <= 4
                    || shortNumbers.isPossibleShortNumberForRegion(numbers.parse(digits, REGION), REGION);
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** The user part of a SIP or tel URI, or the text itself. */
    private static String user(String given) {
        String text = given.replaceFirst("(?i)^(sips?|tel):", "");
        int end = text.indexOf('@');
        return (end < 0 ? text : text.substring(0, end)).replaceFirst(";.*$", "");
    }
}
