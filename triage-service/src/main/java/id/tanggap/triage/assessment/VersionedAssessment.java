package id.tanggap.triage.assessment;

/** An assessment with its version among those of its call, counted from 1. */
public record VersionedAssessment(long version, Assessment assessment) {}
