package id.tanggap.local.replay.audit;

/**
 * A call-back task as ticket-service's interface shows it.
 *
 * @param outcome empty while the task is open
 */
public record SeenCallBack(String taskId, String callId, String outcome) {
    boolean open() {
        return outcome.isEmpty();
    }
}
