package id.tanggap.local.stack;

import java.util.Map;

/** What a program in a container is told. */
public final class EnvironmentVariables {
    private EnvironmentVariables() {}

    /** The value of one that must be there; a missing or blank one is told by its name. */
    public static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new StackException("The environment variable " + name + " is missing.");
        }
        return value;
    }
}
