package id.tanggap.local.replay.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A 2xx answer.
 *
 * @param attempt which one it answers, from 1
 * @param sentNanos when that attempt went out, in {@link System#nanoTime()}
 * @param atNanos when the answer had been received
 */
public record Accepted(int status, JsonNode body, int attempt, long sentNanos, long atNanos) {
    public long tookNanos() {
        return atNanos - sentNanos;
    }
}
