package id.tanggap.platform.problem;

/**
 * What is wrong with one field of the request.
 *
 * @param field path from the root of the body ({@code location.lat}), or name of the parameter
 * @param detail for the developer of the client
 */
public record FieldFault(String field, String detail) {}
