package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every manifest is what its type says: a field that there is not, or a number where a text must be, only the cluster would refuse. */
class ManifestsTest {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/Service", Service.class,
            "apps/v1/Deployment", Deployment.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "batch/v1/Job", Job.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "monitoring.coreos.com/v1/PodMonitor", PodMonitor.class,
            "monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class);

    private static final ObjectMapper STRICT = strict();

    @TempDir
    static Path secrets;

    @Test
    void everyManifestIsOfItsType() throws IOException {
        for (Map<String, Object> document :
                DeploymentFiles.withSecretsIn(secrets).documents()) {
            assertDoesNotThrow(
                    () -> typed(STRICT.valueToTree(document)),
                    () -> document.get("kind") + " " + document.get("metadata"));
        }
    }

    @Test
    void whatIsWrongIsSeen() throws IOException {
        String service =
                "{'apiVersion':'v1','kind':'Service','spec':{'ports':[{'name':'http','port':80}],'selector':{'a':'b'}}}";
        ObjectNode right = (ObjectNode) STRICT.readTree(service.replace('\'', '"'));
        assertDoesNotThrow(() -> typed(right));
        for (String wrong : List.of(
                service.replace("'port'", "'prot'"),
                service.replace("80", "'eighty'"),
                service.replace("80", "'80'"),
                service.replace("'b'", "1"),
                service.replace("'selector'", "'selectors'"))) {
            JsonNode document = STRICT.readTree(wrong.replace('\'', '"'));
            assertThrows(JsonProcessingException.class, () -> typed(document), wrong);
        }
    }

    private static void typed(JsonNode document) throws IOException {
        String type = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        assertNotNull(TYPES.get(type), "no type for " + type);
        STRICT.treeToValue(document, TYPES.get(type));
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = JsonMapper.builder()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1;

                    /** The types keep fields that they do not know; here there must be none. */
                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                })
                .build();
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        return mapper;
    }
}
