package id.tanggap.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What is wrong with a JSON text, said without quoting it: Jackson's own messages quote values, which may be personal.
 *
 * @param path of the field at fault, such as {@code stops[2].place}; empty if it is the text as a whole
 * @param detail what it must be, or where it stops being JSON
 */
public record JsonFault(String path, String detail) {

    public static JsonFault of(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return new JsonFault(path(mapping), expectation(mapping));
        }
        if (e instanceof MismatchedInputException) {
            return new JsonFault("", "must be one JSON object");
        }
        var at = e.getLocation();
        return new JsonFault(
                "",
                at == null
                        ? "is not JSON"
                        : "is not JSON from line " + at.getLineNr() + ", column " + at.getColumnNr());
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String expectation(JsonMappingException e) {
        if (!(e instanceof MismatchedInputException mismatch) || mismatch.getTargetType() == null) {
            return "is not valid";
        }
        Class<?> wanted = mismatch.getTargetType();
        if (e instanceof InvalidFormatException && wanted.isEnum()) {
            return "must be one of "
                    + Arrays.stream(wanted.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return "must be " + Expected.nameOf(wanted);
    }
}
