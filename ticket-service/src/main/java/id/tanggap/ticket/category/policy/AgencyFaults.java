package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.assignment.policy.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a proposed agency would break. */
public final class AgencyFaults {

    private AgencyFaults() {}

    /** All faults, none if it may be kept. */
    public static List<Fault> of(Catalogue catalogue, Agency proposed) {
        List<Fault> faults = new ArrayList<>();
        duty(proposed.duty(), faults);
        proposed.standIn().ifPresent(standIn -> {
            Optional<Agency> other = catalogue.agency(standIn).filter(agency -> !standIn.equals(proposed.id()));
            if (other.isEmpty()) {
                faults.add(new Fault("standIn", "is no other agency"));
            } else if (!other.get().duty().always()) {
                faults.add(new Fault("standIn", "must be on duty round the clock"));
            } else if (Trial.isOf(standIn)) {
                faults.add(new Fault("standIn", Trial.FAULT));
            }
        });
        List<String> relying = catalogue.agencies().values().stream()
                .filter(agency -> agency.standIn().equals(Optional.of(proposed.id())))
                .map(Agency::id)
                .toList();
        if (!proposed.duty().always() && !relying.isEmpty()) {
            faults.add(new Fault("duty.always", "must be true while it stands in for " + String.join(", ", relying)));
        }
        return List.copyOf(faults);
    }

    private static void duty(DutyHours duty, List<Fault> faults) {
        if (duty.always() != duty.periods().isEmpty()) {
            faults.add(new Fault(
                    "duty.periods", duty.always() ? "must be empty round the clock" : "must say when it is on duty"));
        }
        if (duty.always() && !duty.onHolidays()) {
            faults.add(new Fault("duty.onHolidays", "must be true round the clock"));
        }
        Set<Object> begun = new HashSet<>();
        for (int i = 0; i < duty.periods().size(); i++) {
            DutyHours.Period period = duty.periods().get(i);
            if (!begun.add(List.of(period.day(), period.from()))) {
                faults.add(new Fault("duty.periods[" + i + "].from", "another period begins then"));
            }
        }
    }
}
