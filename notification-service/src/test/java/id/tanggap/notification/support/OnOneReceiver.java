package id.tanggap.notification.support;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests about one agency's receiver, which answers as the test says. */
public abstract class OnOneReceiver extends OnWebhooks {

    protected final AtomicInteger answer;
    protected WebhookReceiver receiver;
    protected Api.Subscribed subscribed;

    private final String user;

    /** @param answer to begin with */
    protected OnOneReceiver(String user, int answer) {
        this.user = user;
        this.answer = new AtomicInteger(answer);
    }

    @BeforeEach
    void subscribe() {
        receiver = new WebhookReceiver(
                request -> new WebhookReceiver.Answer(answer.get(), "", "diterima " + answer.get()));
        subscribed = Api.subscribe(user, receiver.url());
    }

    @AfterEach
    void hangUp() {
        receiver.close();
    }

    protected void awaitCount(String condition, int count) {
        await().atMost(PATIENCE)
                .until(() -> Database.column("select 1 from delivery where " + condition + " and subscription_id = '"
                                        + subscribed.id() + "'")
                                .size()
                        == count);
    }
}
