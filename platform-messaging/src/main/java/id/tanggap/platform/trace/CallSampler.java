package id.tanggap.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Records a trace whole or not at all: what a parent decided holds, and of those that begin here a part is taken. Requests that come
 * as steadily as a heartbeat are passed over with all that follows from them. Quarkus puts it behind its own look at {@code /q}.
 */
@Singleton
final class CallSampler implements Sampler {

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    private final Sampler others;
    private final Set<String> passedOver;

    CallSampler(TraceConfig config) {
        this.others = Sampler.parentBased(Sampler.traceIdRatioBased(config.ratio()));
        this.passedOver = config.passedOver();
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return kind == SpanKind.SERVER && isPassedOver(attributes.get(PATH))
                ? SamplingResult.drop()
                : others.shouldSample(parent, traceId, name, kind, attributes, links);
    }

    private boolean isPassedOver(String path) {
        return path != null && passedOver.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public String getDescription() {
        return "CallSampler{" + others.getDescription() + "}";
    }
}
