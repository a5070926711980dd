package id.tanggap.platform.sql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Any number of rows as one parameter of a native query, for {@code json_to_recordset}, which types each column by name. It is to
 * be cast to text first, and then to json: the driver would make a JSON string of what it knows to be JSON. An
 * array for each column would do as well, were it not for Hibernate ORM 7.2: for each array that it binds to a native query it
 * throws and catches an exception, which takes longest where calls are nested as deeply as in reactive code.
 */
public final class Rows {

    private Rows() {}

    /** A JSON array with an object for each thing; {@code write} puts its columns. */
    public static <T> String of(List<T> things, BiConsumer<T, ObjectNode> write) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode(things.size());
        things.forEach(thing -> write.accept(thing, rows.addObject()));
        return rows.toString();
    }

    /** A JSON array of texts, for {@code json_array_elements_text}. */
    public static String of(List<String> texts) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode(texts.size());
        texts.forEach(rows::add);
        return rows.toString();
    }
}
