package id.tanggap.intake.priority;

import id.tanggap.intake.caller.Fingerprints;
import id.tanggap.intake.support.OnStack;
import id.tanggap.local.test.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the gateway's look-up at 1,000,000 callers over HTTP, token included, beside the floors of the same run: a
 * request that does nothing, {@code select 1} and the bare statement. The four take turns, so that a busy machine meets all
 * alike. Run with {@code mvn test -pl intake-service -am -Dtest=AnsweringPriorityBench
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtanggap.bench=true}. It prints and judges nothing.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "tanggap.bench", matches = "true")
class AnsweringPriorityBench extends OnStack {

    private static final int CALLERS = 1_000_000;
    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 5_000;

    @TestHTTPResource
    URI base;

    @Inject
    DataSource source;

    @Inject
    Fingerprints fingerprints;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(112);

    @Test
    void measure() throws Exception {
        try (Connection connection = source.getConnection();
                PreparedStatement one = connection.prepareStatement("select 1");
                PreparedStatement find =
                        connection.prepareStatement("select until from answering_priority where caller_ref = ?")) {
            fill(connection);
            String token = Tokens.client("gateway");
            HttpRequest idle =
                    HttpRequest.newBuilder(base.resolve("/q/health/live")).build();
            long[][] times = new long[4][ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                // Half of those who ask are in the table: their numbers are among the first.
                String number = "+62812" + (10_000_000 + random.nextInt(2 * CALLERS));
                find.setString(1, fingerprints.callerRef(number));
                HttpRequest ask = HttpRequest.newBuilder(base.resolve("/api/v1/answering-priority"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"from\":\"" + number + "\"}"))
                        .build();
                long[] now = {time(() -> sql(one)), time(() -> sql(find)), time(() -> http(idle)), time(() -> http(ask))
                };
                for (int i = 0; i < now.length && round >= 0; i++) {
                    times[i][round] = now[i];
                }
            }
            System.out.printf("%,d callers, %,d rounds one after the other%n", CALLERS, ROUNDS);
            print("floor: select 1 over JDBC", times[0]);
            print("bare statement over JDBC", times[1]);
            print("floor: HTTP that does nothing", times[2]);
            print("look-up over HTTP with token", times[3]);
        }
    }

    private void fill(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into answering_priority values (?, now() + interval '1 day') on conflict do nothing")) {
            for (int i = 0; i < CALLERS; i++) {
                insert.setString(1, fingerprints.callerRef("+62812" + (10_000_000 + i)));
                insert.addBatch();
                if (i % 10_000 == 9_999) {
                    insert.executeBatch();
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze answering_priority");
        }
    }

    private static int sql(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? 1 : 0;
        }
    }

    private int http(HttpRequest request) throws IOException, InterruptedException {
        int status = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("answered " + status);
        }
        return status;
    }

    private static long time(Callable<Integer> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return System.nanoTime() - start;
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-32s p50 %6.3f ms  p90 %6.3f ms  p99 %6.3f ms  max %7.3f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 9 / 10] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}
