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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads numbers as Indonesian gateways write them: {@code 0812…}, {@code +62…}, {@code 0062…}, {@code 62…}, short codes, or none; bare, or in a SIP or tel address. */
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

    private static final Pattern EXCHANGE_PREFIX = Pattern.compile("00(\\d+)");
    private static final Pattern DIALLED_PREFIX = Pattern.compile("00[1789](\\d+)");

    /** {@code "Name" <address>}, as a SIP header has it (RFC 3261, 20.10); the name may be absent or unquoted. */
    private static final Pattern NAMED = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*+\"|[^\"<]*+)\\s*<([^>]*)>");

    private static final Pattern SIP = Pattern.compile("(?i)sips?:");

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
        return compact.startsWith("00") && !compact.startsWith("0062")
                ? afterInternationalPrefix(compact)
                : dialled(withPlus(compact));
    }

    /** Possible, not valid: new ranges are in use before the library knows them. Not possible only locally, as for {@link #LANDLINE_WITHOUT_AREA_CODE}. */
    private Optional<String> dialled(String digits) {
        return parsed(digits)
                .filter(number -> numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE)
                .map(number -> numbers.format(number, PhoneNumberFormat.E164));
    }

    /**
     * The number behind 00, as most exchanges write a plus, or behind 001, 007, 008 or 009, as one dials abroad from
     * Indonesia. Where both would be somebody's number, it is neither's: a wrong one would be rung back.
     */
    private Optional<String> afterInternationalPrefix(String compact) {
        Set<String> readings = Stream.of(EXCHANGE_PREFIX, DIALLED_PREFIX)
                .map(prefix -> prefix.matcher(compact))
                .filter(Matcher::matches)
                .flatMap(reading -> parsed("+" + reading.group(1)).stream())
                .filter(numbers::isValidNumber)
                .map(number -> numbers.format(number, PhoneNumberFormat.E164))
                .collect(Collectors.toSet());
        return readings.size() == 1 ? Optional.of(readings.iterator().next()) : Optional.empty();
    }

    private static String withPlus(String compact) {
        if (compact.startsWith("0062")) {
            return "+" + compact.substring(2);
        }
        return COUNTRY_CODE_WITHOUT_PLUS.matcher(compact).matches() ? "+" + compact : compact;
    }

    private Optional<PhoneNumber> parsed(String digits) {
        try {
            return Optional.of(numbers.parse(digits, REGION));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private boolean isShort(String digits) {
        return digits.length() <= 4
                || parsed(digits)
                        .filter(number -> shortNumbers.isPossibleShortNumberForRegion(number, REGION))
                        .isPresent();
    }

    /** The user part of a SIP or tel URI, with or without a display name, or the text itself. */
    private static String user(String given) {
        Matcher named = NAMED.matcher(given);
        String address = named.lookingAt() ? named.group(1).strip() : given;
        String text = address.replaceFirst("(?i)^(sips?|tel):", "");
        int end = text.indexOf('@');
        if (end < 0 && SIP.matcher(address).lookingAt()) {
            // A host alone, whose address would look like a number.
            return address;
        }
        return (end < 0 ? text : text.substring(0, end)).replaceFirst(";.*$", "");
    }
}
