package id.tanggap.ticket.category.policy;

/** What is wrong with proposed reference data: the field as a client writes it, and why. */
public record Fault(String field, String detail) {}
