package id.tanggap.local.replay.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A 2xx answer.
 *
 * @param atNanos when it had been received, in {@link System#nanoTime()}
 */
public record Accepted(int status, JsonNode body, long atNanos) {}
