package id.tanggap.notification.api;

import id.tanggap.notification.roster.Person;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.text.Storable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An officer, whole.
 *
 * @param contacts in the order in which they are to be tried
 */
public record OfficerRequest(
        @NotBlank @Size(max = 100) @Storable String name,
        @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid ContactText> contacts) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    // What can be sent to is the mail server's to say; this catches slips of the pen.
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}]+");

    /** @param address E.164 such as +6281234567890, or an e-mail address */
    public record ContactText(@NotNull Person.Kind kind, @NotBlank @Size(max = 254) @Storable String address) {

        @Override
        public String toString() {
            return "ContactText[kind=" + kind + "]";
        }
    }

    Person person() {
        return new Person(
                name,
                IntStream.range(0, contacts.size())
                        .mapToObj(i -> contact(i, contacts.get(i)))
                        .toList());
    }

    private static Person.Contact contact(int place, ContactText text) {
        boolean email = text.kind() == Person.Kind.EMAIL;
        if (!(email ? EMAIL : E164).matcher(text.address()).matches()) {
            throw Problem.invalid(
                    "contacts[" + place + "].address",
                    email ? "must be an e-mail address" : "must be a number in E.164 such as +6281234567890");
        }
        return new Person.Contact(text.kind(), text.address());
    }

    @Override
    public String toString() {
        return "OfficerRequest[]";
    }
}
