package id.tanggap.platform.outbox;

/**
 * Data of an event that names nobody and repeats nobody's words, and so rests in the outbox as it is published: sealing and opening
 * cost more than all else that an event costs. Written as a JSON object.
 */
public interface Unsealed {}
