package id.tanggap.ticket.export.eido;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * An Emergency Incident Data Object (NENA-STA-021.1b), as far as a ticket has something to say. Of the caller it says nothing:
 * it has neither a call nor a person component.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Eido(
        @JsonUnwrapped Prologue prologue,
        String eidoVersion,
        String issuingElementIdentification,
        List<Merge> mergeComponent,
        List<Link> linkComponent,
        Incident incidentComponent,
        List<Note> notesComponent,
        List<Agency> agencyComponent,
        List<Location> locationComponent) {

    /** Names another component, or its agency. */
    public record Reference(@JsonProperty("$ref") String ref) {}

    /** What every component begins with. */
    public record Prologue(
            @JsonProperty("$id") String id, String lastUpdateTimeStamp, Reference updatedByAgencyReference) {}

    /** What happened, and how far help has come. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Incident(
            @JsonUnwrapped Prologue prologue,
            String incidentTypeInternalCode,
            String incidentTypeInternalText,
            String incidentTypeCommonRegistryText,
            List<String> incidentStatusInternalText,
            List<String> incidentStatusCommonRegistryText,
            String internalIncidentId,
            List<Reference> locationReference,
            int incidentCommonPriorityNumber,
            List<Disposition> dispositionComponent,
            List<Reference> notesReference) {}

    /** How an agency's part ended, in the registry of common dispositions (3.5, after APCO 1.111.2). */
    public record Disposition(
            @JsonUnwrapped Prologue prologue,
            String dispositionCommonRegistryCode,
            boolean dispositionPrimaryIndicator,
            String dispositionDescriptionText) {}

    /** Words about it. */
    public record Note(@JsonUnwrapped Prologue prologue, String notesActionComments) {}

    /** Who takes part. */
    public record Agency(
            @JsonUnwrapped Prologue prologue,
            List<String> agencyRoleDescriptionRegistryText,
            List<String> agencyType,
            boolean incidentOwningAgencyIndicator) {}

    /** Where it is: a PIDF-LO (RFC 5491) as text, and the reporter's words. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Location(
            @JsonUnwrapped Prologue prologue,
            String locationTypeDescriptionRegistryText,
            String locationByValue,
            String locationDescriptionText) {}

    /** That another ticket has to do with it. */
    public record Link(@JsonUnwrapped Prologue prologue, String incidentTrackingIdentifier, String linkDirectionCode) {}

    /** That another ticket was merged into it, or it into another one. */
    public record Merge(
            @JsonUnwrapped Prologue prologue, String incidentTrackingIdentifier, String incidentMergeDirectionCode) {}
}
