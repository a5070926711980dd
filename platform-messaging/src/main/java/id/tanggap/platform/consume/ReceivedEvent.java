package id.tanggap.platform.consume;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * An event as its consumer sees it.
 *
 * @param id identifies the event; a second delivery carries the same
 * @param topic topic on which it came
 * @param key Kafka key
 * @param subject id of the aggregate
 * @param sequence version of the aggregate, if the producer counts them
 * @param time when it happened
 * @param data the consumer's own reading of the payload
 */
public record ReceivedEvent<T>(
        String id, String topic, String key, String subject, OptionalLong sequence, Instant time, T data) {}
