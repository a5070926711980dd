package id.tanggap.ticket.export.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What happened on one day (Asia/Jakarta): numbers only, nobody is in it.
 *
 * @param asOf when it was counted: a day that is not over yet, or a ticket still open, counts further
 * @param categories of the tickets opened, the most frequent first, likewise kecamatan and bands
 */
public record DailyFigures(
        LocalDate day,
        Instant asOf,
        Totals totals,
        List<Count> categories,
        List<Count> kecamatan,
        List<Count> bands,
        List<AgencyFigures> agencies) {

    /**
     * Tickets of the day.
     *
     * @param merged those of the opened ones that tell of an incident that another ticket stands for
     * @param escalations steps that an agency had not taken in time, as they were told to the command centre
     * @param hoaxes those of the opened ones that a person found to be a hoax
     * @param openAtEnd open when the day ended, or now
     */
    public record Totals(
            long opened,
            long emergencies,
            long lifeThreats,
            long merged,
            long hoaxes,
            long outside,
            long escalations,
            long closed,
            long openAtEnd) {}

    /**
     * How many of a kind.
     *
     * @param code empty where it is not known
     */
    public record Count(Optional<String> code, Optional<String> label, long count) {}

    /**
     * What an agency did with the tickets opened on that day.
     *
     * @param parts given to it
     * @param medianAcceptSeconds from when it was given the ticket, likewise the other
     * @param accept of the parts with such a time, how many were accepted before they were escalated
     * @param onscene likewise of those that it leads
     */
    public record AgencyFigures(
            String agency,
            String label,
            long parts,
            long accepted,
            long closed,
            long handedOn,
            long escalations,
            Optional<Long> medianAcceptSeconds,
            Optional<Long> medianOnsceneSeconds,
            Kept accept,
            Kept onscene) {}

    /**
     * A service level and what became of it.
     *
     * @param due those whose time was kept or is over; who may yet come in time is not counted
     */
    public record Kept(long due, long kept) {

        /** Of a hundred, empty if none was due. */
        @JsonProperty
        public Optional<Long> percent() {
            return due == 0 ? Optional.empty() : Optional.of(Math.round(100.0 * kept / due));
        }
    }
}
