package id.tanggap.ticket.api;

import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.ManyTickets;
import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures searches among 1,000,000 tickets over HTTP, token and a page of 50 included, beside a request that does nothing;
 * all take turns, so that a busy machine meets all alike. Run with {@code mvn test -pl ticket-service -am
 * -Dtest=TicketSearchBench -Dsurefire.failIfNoSpecifiedTests=false -Dtanggap.bench=true}. It prints and judges nothing.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "tanggap.bench", matches = "true")
class TicketSearchBench extends OnStack {

    private static final int TICKETS = 1_000_000;
    private static final int OPEN = 300;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 50;

    /** In the oldest 20,000 reports and in none since. */
    private static final String LONG_AGO = "purba";

    @TestHTTPResource
    URI base;

    @Inject
    Database database;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void measure() throws Exception {
        fill();
        Instant year = Instant.now().minus(Duration.ofDays(365));
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("floor: HTTP that does nothing", "/q/health/live");
        questions.put("newest of all", "");
        questions.put("open, of one agency", "status=OPEN&agency=polres");
        questions.put("category, of another agency: none", "category=WATER&agency=damkar");
        questions.put("desa", "area=33.20.05.2004");
        questions.put("a day a year ago", "from=%s&to=%s".formatted(year, year.plus(Duration.ofDays(1))));
        questions.put("number", "q=SEJUTA-4711");
        questions.put("word in each fifth report", "q=kebakaran");
        questions.put("two such that never meet", "q=kebakaran ular");
        questions.put("a rare word", "q=kata4711");
        questions.put("a rare word and one letter", "q=kata4711 k");
        questions.put("a common word and one letter", "q=kebakaran p");
        questions.put("word in every seventieth", "q=kata50");
        questions.put("beginning of many words", "q=kata");
        questions.put("words, of an agency, a year ago", "q=kebakaran gudang&agency=damkar&to=" + year);
        questions.put("20,000 of long ago", "q=" + LONG_AGO);
        String token = Tokens.user("operator1");
        Map<String, long[]> times = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (var question : questions.entrySet()) {
                long took = ask(question.getValue(), token);
                if (round >= 0) {
                    times.computeIfAbsent(question.getKey(), any -> new long[ROUNDS])[round] = took;
                }
            }
        }
        System.out.printf("%,d tickets, %,d rounds one after the other%n", TICKETS, ROUNDS);
        times.forEach(TicketSearchBench::print);
    }

    private void fill() {
        new ManyTickets(database, "SEJUTA").add(TICKETS, OPEN, Instant.now());
        database.execute(
                "update ticket_search set document = document || ?::tsvector where ticket_id in"
                        + " (select id from ticket order by id limit 20000)",
                LONG_AGO);
        database.execute("vacuum analyze ticket_search");
        database.execute("vacuum analyze ticket");
        database.execute("vacuum analyze assignment");
    }

    private long ask(String question, String token) throws Exception {
        URI address = base.resolve(question.startsWith("/") ? question : "/api/v1/tickets?" + encoded(question));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
        long start = System.nanoTime();
        int status = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        long took = System.nanoTime() - start;
        if (status != 200) {
            throw new IllegalStateException(question + " was answered " + status);
        }
        return took;
    }

    private static String encoded(String question) {
        StringBuilder encoded = new StringBuilder();
        for (String part : question.split("&")) {
            int at = part.indexOf('=') + 1;
            encoded.append(part, 0, at)
                    .append(URLEncoder.encode(part.substring(at), StandardCharsets.UTF_8))
                    .append('&');
        }
        return encoded.toString();
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-34s p50 %7.2f ms  p95 %7.2f ms  max %7.2f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}
