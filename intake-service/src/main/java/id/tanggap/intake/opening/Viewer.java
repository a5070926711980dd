package id.tanggap.intake.opening;

/**
 * The person who opens a call.
 *
 * @param subject the realm's own id, which no later person gets
 */
public record Viewer(String subject, String name) {}
