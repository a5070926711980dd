package id.tanggap.platform.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
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
        StreamReadException unread = unread(e);
        if (unread != null && unread.getProcessor() != null) {
            String place = path(unread.getProcessor().getParsingContext());
            if (unread.getOriginalMessage().startsWith("Duplicate field")) {
                return new JsonFault(place, "is given more than once");
            }
            if (unread instanceof InputCoercionException coercion) {
                return new JsonFault(
                        place, "must be " + Expected.nameOf(coercion.getTargetType()) + " within its range");
            }
            if (e != unread) {
                return new JsonFault(place, notJson(unread));
            }
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return new JsonFault(path(mapping), expectation(mapping));
        }
        if (e instanceof MismatchedInputException) {
            return new JsonFault("", "must be one JSON object");
        }
        return new JsonFault("", notJson(e));
    }

    /** What the parser itself refused; of an object within another one it comes wrapped. */
    private static StreamReadException unread(JsonProcessingException e) {
        return e instanceof StreamReadException itself
                ? itself
                : e.getCause() instanceof StreamReadException cause ? cause : null;
    }

    private static String notJson(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "is not JSON" : "is not JSON from line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String path(JsonStreamContext place) {
        if (place.inRoot()) {
            return "";
        }
        String above = path(place.getParent());
        return place.inArray()
                ? above + "[" + place.getCurrentIndex() + "]"
                : place.getCurrentName() == null
                        ? above
                        : above + (above.isEmpty() ? "" : ".") + place.getCurrentName();
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
