package id.tanggap.intake.support;

import id.tanggap.local.test.EmbeddedStack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Base of tests that run on real Kafka, PostgreSQL and Keycloak. */
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
public abstract class OnStack {}
