package id.tanggap.triage.messaging;

import static id.tanggap.triage.support.Published.header;
import static id.tanggap.triage.support.Published.json;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.triage.audio.Sounds;
import id.tanggap.triage.silent.SilentCalls;
import id.tanggap.triage.support.Database;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sound is heard many calls at once; what that must not change. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class SoundBatchTest {

    private static final String DEAD = "triage.intake.audio.v1.dlq";
    private static final String GROUP = "triage-service-intake-audio";
    private static final int QUARTER = 2_000;

    private final String call = Intake.newCall();

    @Inject
    Database database;

    private Intake intake;

    @BeforeEach
    void open() {
        intake = new Intake();
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void a_key_on_a_silent_line_brings_a_person_and_does_not_wait_for_more_sound() {
        try (Published steps = new Published(SilentCalls.TOPIC)) {
            intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
            steps.await(call, record -> true);
            long next = intake.sendSound(call, Sounds.silence(6), 0);
            steps.await(call, record -> json(record).get("step").asText().equals("PROMPT"));

            intake.sendSound(call, Sounds.keys("5", 0.2), next);

            assertEquals(
                    "KEY",
                    json(steps.await(
                                    call,
                                    record -> json(record).get("step").asText().equals("PERSON_NOW")))
                            .get("cause")
                            .asText());
        }
    }

    @Test
    void a_call_that_cannot_be_written_goes_to_the_dead_letter_queue_alone_and_is_heard_again_afterwards() {
        List<String> others =
                IntStream.range(0, 5).mapToObj(any -> Intake.newCall()).toList();
        try (Published dead = new Published(DEAD)) {
            refuse(call);
            try {
                for (int seq = 0; seq < 12; seq++) {
                    chunk(call, seq);
                    for (String other : others) {
                        chunk(other, seq);
                    }
                }
                others.forEach(other -> await().atMost(Published.PATIENCE).until(() -> silence(other) == 3_000));
                assertTrue(header(dead.await(call, record -> true), "dead-letter-reason")
                        .contains("not this one"));
                await().atMost(Published.PATIENCE).until(() -> dead.all(call).size() == 12);
                others.forEach(other -> assertEquals(List.of(), dead.all(other)));
            } finally {
                database.execute("drop trigger refuse on call_evidence");
            }
            dead.all(call).forEach(letter -> chunk(call, Long.parseLong(header(letter, "ce_sequence"))));
            await().atMost(Published.PATIENCE).until(() -> silence(call) == 3_000);
        }
    }

    /** Whatever is acknowledged is in the database, and in the end everything is, poison in the middle of it, too. */
    @Test
    void everything_is_acknowledged_in_the_end() {
        intake.sendSound(call, Sounds.silence(3), 0);
        intake.sendChunk(call, 12, "audio/wav", new byte[320]);
        intake.sendSound(call, Sounds.silence(2), 12);

        await().atMost(Published.PATIENCE).until(() -> silence(call) == 5_000);
        await().atMost(Published.PATIENCE).until(() -> lag() == 0);
    }

    /**
     * Another replica, to which the line has moved, wrote less than this one has heard; the rest is delivered again. What is
     * heard in the end must be what was heard without any of it.
     */
    @Test
    void a_line_that_moves_between_replicas_ends_where_it_would_have_without() {
        String undisturbed = Intake.newCall();
        short[] sound = Sounds.mix(Sounds.after(Sounds.silence(2), Sounds.speech("fire")), Sounds.exhaust(6), 5);
        short[] begin = Arrays.copyOf(sound, 12 * QUARTER);
        short[] rest = Arrays.copyOfRange(sound, 12 * QUARTER, 24 * QUARTER);
        for (String each : List.of(call, undisturbed)) {
            intake.sendCall(each, 1, Intake.call(each, "ref-" + each, "ANSWERED", ""));
            intake.sendSound(each, begin, 0);
            await().atMost(Published.PATIENCE).until(() -> isHeard(each, 3_000));
        }
        database.execute("create table moved as select * from call_evidence where call_id = ?", call);
        try {
            for (String each : List.of(call, undisturbed)) {
                intake.sendSound(each, rest, 12);
                await().atMost(Published.PATIENCE).until(() -> isHeard(each, 6_000));
            }
            database.execute(
                    """
                    update call_evidence c set sound_version = c.sound_version + 1, listening = m.listening,
                           speech_ms = m.speech_ms, engine_ms = m.engine_ms, other_ms = m.other_ms,
                           silence_ms = m.silence_ms, first_speech_ms = m.first_speech_ms, taps = m.taps,
                           longest_silence_ms = m.longest_silence_ms, level_dbfs = m.level_dbfs
                      from moved m where m.call_id = c.call_id and c.call_id = ?
                    """,
                    call);
        } finally {
            database.execute("drop table moved");
        }

        intake.sendSound(call, rest, 12);

        await().atMost(Published.PATIENCE).until(() -> isHeard(call, 6_000));
        for (String each : List.of(call, undisturbed)) {
            intake.sendCall(
                    each, 2, Intake.call(each, "ref-" + each, "ENDED", "\"endedAt\": \"2025-05-20T02:00:10Z\""));
        }
        assertEquals(likelihood(undisturbed), likelihood(call), 0.02);
    }

    private double likelihood(String of) {
        await().atMost(Published.PATIENCE)
                .until(() -> database.count("call_evidence where call_id = ? and status = 'ENDED'", of) == 1);
        return database.number(
                "select hoax_likelihood from assessment where call_id = ? order by version desc limit 1", of);
    }

    private void chunk(String of, long seq) {
        intake.sendChunk(of, seq, "audio/L16;rate=8000", Sounds.l16(new short[QUARTER]));
    }

    private void refuse(String refused) {
        database.execute(
                """
                create or replace function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'not this one'; end $$
                """);
        database.execute("create trigger refuse before update on call_evidence for each row when (old.call_id = '"
                + refused + "') execute function refuse()");
    }

    private long silence(String of) {
        return (long) database.number("select coalesce(max(silence_ms), 0) from call_evidence where call_id = ?", of);
    }

    /** Each of the parts is cut off to milliseconds. */
    private boolean isHeard(String of, long millis) {
        double sum = database.number(
                "select coalesce(max(speech_ms + engine_ms + other_ms + silence_ms), 0) from call_evidence where call_id = ?",
                of);
        return sum > millis - 4 && sum <= millis;
    }

    /** Records of sound that are not acknowledged. */
    private static long lag() {
        try (KafkaConsumer<String, byte[]> observer = KafkaPeers.consumer("admin", GROUP)) {
            Set<TopicPartition> partitions = observer.partitionsFor(Intake.AUDIO).stream()
                    .map(info -> new TopicPartition(Intake.AUDIO, info.partition()))
                    .collect(Collectors.toSet());
            long acknowledged = observer.committed(partitions).values().stream()
                    .filter(Objects::nonNull)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
            return observer.endOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    - acknowledged;
        }
    }
}
