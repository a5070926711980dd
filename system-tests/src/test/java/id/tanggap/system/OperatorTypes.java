package id.tanggap.system;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.List;
import java.util.Map;

/**
 * What the overlays use of resources for which no library has types, after the operators' references of the versions that
 * {@code k8s/README.md} names. A field that is not here fails, though an operator may know it: then look it up and add it.
 */
final class OperatorTypes {
    private OperatorTypes() {}

    /** {@code https://keda.sh/docs/2.20/reference/scaledobject-spec/} */
    record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(
                LocalObjectReference scaleTargetRef,
                Integer minReplicaCount,
                Integer maxReplicaCount,
                Integer pollingInterval,
                Fallback fallback,
                Advanced advanced,
                List<Trigger> triggers) {}

        record Fallback(Integer failureThreshold, Integer replicas, Behavior behavior) {}

        enum Behavior {
            currentReplicasIfHigher
        }

        record Advanced(Autoscaler horizontalPodAutoscalerConfig) {}

        record Autoscaler(Scaling behavior) {}

        record Scaling(Down scaleDown) {}

        record Down(Integer stabilizationWindowSeconds) {}

        record Trigger(String type, Kafka metadata, LocalObjectReference authenticationRef) {}

        /** {@code https://keda.sh/docs/2.20/scalers/apache-kafka/}: all of them are texts. */
        record Kafka(
                String bootstrapServers,
                String consumerGroup,
                String topic,
                String lagThreshold,
                String offsetResetPolicy,
                String tls,
                String sasl) {}
    }

    record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(List<Target> secretTargetRef) {}

        record Target(String parameter, String name, String key) {}
    }

    /** {@code https://cloudnative-pg.io/documentation/1.30/cloudnative-pg.v1/} */
    record Cluster(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(
                Integer instances,
                String imageName,
                Storage storage,
                Bootstrap bootstrap,
                Managed managed,
                Postgresql postgresql,
                Certificates certificates,
                Affinity affinity,
                ResourceRequirements resources,
                List<Plugin> plugins) {}

        record Storage(String size) {}

        record Bootstrap(Initdb initdb) {}

        record Initdb(
                String database,
                String owner,
                LocalObjectReference secret,
                String encoding,
                String localeCType,
                String localeCollate,
                Boolean dataChecksums,
                List<String> postInitSQL,
                List<String> postInitApplicationSQL) {}

        record Managed(List<Role> roles) {}

        record Role(String name, String ensure, Boolean login, LocalObjectReference passwordSecret) {}

        record Postgresql(Synchronous synchronous, List<String> pg_hba, Map<String, String> parameters) {}

        record Synchronous(Method method, Integer number, Durability dataDurability, Boolean failoverQuorum) {}

        enum Method {
            any,
            first
        }

        enum Durability {
            required,
            preferred
        }

        record Certificates(String serverTLSSecret, String serverCASecret) {}

        record Affinity(Boolean enablePodAntiAffinity, String topologyKey, String podAntiAffinityType) {}

        record Plugin(String name, Boolean isWALArchiver, Map<String, String> parameters) {}
    }

    record ScheduledBackup(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(
                String schedule,
                Boolean immediate,
                String backupOwnerReference,
                LocalObjectReference cluster,
                String method,
                Plugin pluginConfiguration) {}

        record Plugin(String name) {}
    }

    /** {@code https://cloudnative-pg.io/plugin-barman-cloud/docs/plugin-barman-cloud.v1/} */
    record ObjectStore(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(String retentionPolicy, Configuration configuration) {}

        record Configuration(
                String destinationPath, String endpointURL, Keys s3Credentials, Compressed wal, Compressed data) {}

        record Keys(SecretKeySelector accessKeyId, SecretKeySelector secretAccessKey) {}

        record Compressed(String compression) {}
    }

    /** {@code https://www.keycloak.org/operator/advanced-configuration} */
    record Keycloak(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(
                Integer instances,
                String image,
                Boolean startOptimized,
                Database db,
                Http http,
                Hostname hostname,
                Proxy proxy,
                Enabled ingress,
                Admin bootstrapAdmin,
                Enabled networkPolicy,
                ResourceRequirements resources,
                Unsupported unsupported) {}

        record Database(
                String vendor,
                String url,
                SecretKeySelector usernameSecret,
                SecretKeySelector passwordSecret,
                Integer poolMaxSize) {}

        record Http(String tlsSecret) {}

        record Hostname(String hostname, Boolean backchannelDynamic) {}

        record Proxy(String headers) {}

        record Enabled(Boolean enabled) {}

        record Admin(User user) {}

        record User(String secret) {}

        record Unsupported(PodTemplateSpec podTemplate) {}
    }

    /** The realm itself is held to what the launcher imports by platform-local's own tests. */
    record KeycloakRealmImport(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
        record Spec(String keycloakCRName, Map<String, Placeholder> placeholders, Map<String, Object> realm) {}

        record Placeholder(SecretKeySelector secret) {}
    }
}
