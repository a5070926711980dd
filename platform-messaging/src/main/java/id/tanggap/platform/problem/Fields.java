package id.tanggap.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Names what a constraint violation is about as the client knows it. */
final class Fields {

    private static final Set<ElementKind> INSIDE_THE_BODY =
            Set.of(ElementKind.PROPERTY, ElementKind.BEAN, ElementKind.CONTAINER_ELEMENT);

    private Fields() {}

    /** The path within the body, or the name of a parameter, or {@code body} for the body as a whole. */
    static String nameOf(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        String inside = path(nodes);
        if (!inside.isEmpty()) {
            return inside;
        }
        Path.Node last = nodes.getLast();
        return last.getKind() == ElementKind.PARAMETER && isNamedInTheRequest(violation, nodes)
                ? last.getName()
                : "body";
    }

    /** As in {@code stops[2].place.lat}: the position in a list stands on the node that follows the list's. */
    private static String path(List<Path.Node> nodes) {
        StringBuilder path = new StringBuilder();
        for (Path.Node node : nodes) {
            if (INSIDE_THE_BODY.contains(node.getKind())) {
                if (node.getIndex() != null) {
                    path.append('[').append(node.getIndex()).append(']');
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    path.append(path.isEmpty() ? "" : ".").append(node.getName());
                }
            }
        }
        return path.toString();
    }

    /** A resource method's parameter without an annotation of JAX-RS takes the body; its Java name means nothing to a client. */
    private static boolean isNamedInTheRequest(ConstraintViolation<?> violation, List<Path.Node> nodes) {
        var method = nodes.getFirst().as(Path.MethodNode.class);
        int index = nodes.getLast().as(Path.ParameterNode.class).getParameterIndex();
        return annotations(violation.getRootBeanClass(), method, index)
                .map(annotations -> Arrays.stream(annotations)
                        .map(annotation -> annotation.annotationType().getPackageName())
                        .anyMatch(name -> name.equals("jakarta.ws.rs") || name.startsWith("org.jboss.resteasy")))
                .orElse(true);
    }

    private static Optional<Annotation[]> annotations(Class<?> resource, Path.MethodNode method, int index) {
        Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
        // The bean may be a generated subclass, which repeats the method without its annotations.
        Optional<Annotation[]> found = Optional.empty();
        for (Class<?> type = resource; type != Object.class; type = type.getSuperclass()) {
            try {
                found = Optional.of(
                        type.getDeclaredMethod(method.getName(), types).getParameterAnnotations()[index]);
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        return found;
    }
}
