package id.tanggap.lab.world;

/** What the agency that was sent says of it, hours later. */
public enum Outcome {
    FOUND,
    NOTHING_THERE,
    DUPLICATE,
    REFERRED
}
