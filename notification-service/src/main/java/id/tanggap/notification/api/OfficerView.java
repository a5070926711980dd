package id.tanggap.notification.api;

import id.tanggap.notification.roster.Person;
import id.tanggap.notification.roster.Roster;
import java.util.List;
import java.util.UUID;

/** An officer as the own agency sees them. */
public record OfficerView(UUID officerId, String name, List<Person.Contact> contacts) {

    static OfficerView of(Roster.Member member) {
        return new OfficerView(
                member.officerId(), member.person().name(), member.person().contacts());
    }

    @Override
    public String toString() {
        return "OfficerView[officerId=" + officerId + "]";
    }
}
