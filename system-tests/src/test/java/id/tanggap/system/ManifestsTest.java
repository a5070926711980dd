package id.tanggap.system;

import static java.util.Map.entry;
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
import io.fabric8.certmanager.api.model.v1.Certificate;
import io.fabric8.certmanager.api.model.v1.Issuer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every manifest is what its type says: a field that there is not, or a number where a text must be, only the cluster would refuse. */
class ManifestsTest {
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            entry("v1/ConfigMap", ConfigMap.class),
            entry("v1/Namespace", Namespace.class),
            entry("v1/Secret", Secret.class),
            entry("v1/Service", Service.class),
            entry("v1/ServiceAccount", ServiceAccount.class),
            entry("apps/v1/Deployment", Deployment.class),
            entry("apps/v1/StatefulSet", StatefulSet.class),
            entry("batch/v1/Job", Job.class),
            entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
            entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            entry("cert-manager.io/v1/Certificate", Certificate.class),
            entry("cert-manager.io/v1/Issuer", Issuer.class),
            entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
            entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class),
            entry("postgresql.cnpg.io/v1/Cluster", OperatorTypes.Cluster.class),
            entry("postgresql.cnpg.io/v1/ScheduledBackup", OperatorTypes.ScheduledBackup.class),
            entry("barmancloud.cnpg.io/v1/ObjectStore", OperatorTypes.ObjectStore.class),
            entry("k8s.keycloak.org/v2alpha1/Keycloak", OperatorTypes.Keycloak.class),
            entry("k8s.keycloak.org/v2alpha1/KeycloakRealmImport", OperatorTypes.KeycloakRealmImport.class),
            entry("keda.sh/v1alpha1/ScaledObject", OperatorTypes.ScaledObject.class),
            entry("keda.sh/v1alpha1/TriggerAuthentication", OperatorTypes.TriggerAuthentication.class));

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
    void everyResourceOfAnOverlayIsOfItsType() throws IOException {
        for (JsonNode document : Rendered.kabupaten().documents()) {
            assertDoesNotThrow(
                    () -> typed(document), () -> document.path("kind").asText() + " " + Rendered.nameOf(document));
        }
    }

    /** Libraries differ in how they take what they do not know. */
    @Test
    void aFieldThatAnOperatorDoesNotKnowIsSeen() throws IOException {
        for (JsonNode document : Rendered.kabupaten().documents()) {
            if (document.at("/spec").isObject()) {
                JsonNode wrong = document.deepCopy();
                ((ObjectNode) wrong.path("spec")).put("instancez", 3);
                assertThrows(JsonProcessingException.class, () -> typed(wrong), () -> wrong.path("kind")
                        .asText());
            }
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
