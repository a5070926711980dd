package id.tanggap.notification.api;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.runtime.SecurityHttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Goes before the check of roles: a token that cannot be accepted has had its answer from Quarkus by the time a check hears of
 * it, and the failure, if it went on, would be answered a second time and logged as a fault of ours.
 */
@ApplicationScoped
@Priority(SecurityHttpUpgradeCheck.BEAN_PRIORITY + 1)
class SocketDoor implements HttpUpgradeCheck {

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return context.securityIdentity()
                .replaceWith(CheckResult::permitUpgradeSync)
                .onFailure()
                .recoverWithUni(Uni.createFrom()::nothing);
    }
}
