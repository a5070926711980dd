package id.tanggap.local.replay;

import id.tanggap.local.replay.agency.Agencies;
import id.tanggap.local.replay.agency.AgencyStreams;
import id.tanggap.local.replay.agency.NewsChannel;
import id.tanggap.local.replay.audit.Audit;
import id.tanggap.local.replay.audit.Observation;
import id.tanggap.local.replay.audit.Observer;
import id.tanggap.local.replay.http.Bearers;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.line.Line;
import id.tanggap.local.replay.scenario.Scenario;
import id.tanggap.local.replay.silent.SilentGateway;
import id.tanggap.local.replay.view.ReplayView;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.LocalSystem;
import id.tanggap.local.system.SystemStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Plays a scenario on a running system as a telephony gateway, three operators and every agency would: through the public
 * interfaces alone, with their own accounts. It may be played again and again on one system.
 */
public final class Replay {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final Duration SETTLING_STEP = Duration.ofMillis(500);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final String READER = "operator1";

    private final SystemConfig config;
    private final LongSupplier memoryBytes;
    private final ReplayOptions options;
    private final Endpoints endpoints;
    private final Bearers bearers;
    private final PatientClient client;
    private final Observer observer;

    public Replay(LocalSystem system, ReplayOptions options) {
        this(system.config(), () -> SystemStatus.of(system).memoryBytes(), options);
    }

    /** {@code memoryBytes}: of all servers and services together, 0 where somebody else runs them. */
    public Replay(SystemConfig config, LongSupplier memoryBytes, ReplayOptions options) {
        this.config = config;
        this.memoryBytes = memoryBytes;
        this.options = options;
        this.endpoints = Endpoints.of(config);
        this.bearers = new RealmBearers(config);
        this.client = new PatientClient(bearers, options.patience());
        this.observer = new Observer(client, endpoints, READER);
    }

    /** Returns when every call was played and the system has shown all of it, or has had its time to. */
    public ReplaySummary run(Scenario scenario, ReplayView view) {
        return run(scenario, view, BeforeCall.NOTHING, new Ledger(), List.of());
    }

    /**
     * The same, accompanied.
     *
     * @param ledger empty; filled with what is accepted
     * @param more channels on which agencies listen, too, besides Kafka and server-sent events; left open
     */
    public ReplaySummary run(
            Scenario scenario, ReplayView view, BeforeCall beforeCall, Ledger ledger, List<NewsChannel> more) {
        String runId = "%s-%s-%04x"
                .formatted(
                        scenario.name(),
                        STAMP.format(Instant.now()),
                        ThreadLocalRandom.current().nextInt(0x10000));
        long started = System.nanoTime();
        try (Agencies agencies = new Agencies(config, scenario.reportTexts());
                AgencyStreams streams = new AgencyStreams(endpoints.ticketStream(), bearers);
                SilentGateway silent =
                        new SilentGateway(runId + "-", options.speed(), client, endpoints, bearers, ledger)) {
            List<NewsChannel> channels = new ArrayList<>(List.of(agencies, streams));
            channels.addAll(more);
            Observation seen;
            Duration played;
            ReplayView.Display display = view.follow(scenario, runId, ledger, agencies, silent, observer);
            try {
                new Line(client, endpoints, ledger, options.settling())
                        .play(scenario, runId, options.speed(), beforeCall);
                played = Duration.ofNanos(System.nanoTime() - started);
                seen = settle(() -> observe(scenario, runId, ledger, channels, silent), ledger, channels);
            } finally {
                display.close();
            }
            return Summarizer.summarize(
                    scenario, runId, options.speed(), played, ledger, seen, memoryBytes.getAsLong(), client.retries());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        } catch (NotAccepted e) {
            throw new StackException("The system does not show what it has: " + e.getMessage(), e);
        }
    }

    /**
     * Looks until nothing is missing and all agencies have heard all, then once more after a while: a second effect may come
     * late. Where something came between the two looks, it is not over yet.
     */
    private Observation settle(Look look, Ledger ledger, List<NewsChannel> channels)
            throws NotAccepted, InterruptedException {
        long end = System.nanoTime() + options.settling().toNanos();
        while (true) {
            boolean late = System.nanoTime() >= end;
            if (late || whole(ledger, look.now()) && caughtUp(channels)) {
                Thread.sleep(QUIET);
                caughtUp(channels);
                Observation last = look.now();
                if (late || whole(ledger, last)) {
                    return last;
                }
            }
            Thread.sleep(SETTLING_STEP);
        }
    }

    private static boolean whole(Ledger ledger, Observation seen) {
        return Audit.of(ledger, seen).lost().isEmpty();
    }

    private static boolean caughtUp(List<NewsChannel> channels) throws InterruptedException {
        for (NewsChannel channel : channels) {
            if (!channel.caughtUp()) {
                return false;
            }
        }
        return true;
    }

    private Observation observe(
            Scenario scenario, String runId, Ledger ledger, List<NewsChannel> channels, SilentGateway silent)
            throws NotAccepted, InterruptedException {
        return observer.observe(scenario, runId + "-", ledger, channels, silent);
    }

    /** At what the system shows. */
    @FunctionalInterface
    private interface Look {
        Observation now() throws NotAccepted, InterruptedException;
    }
}
