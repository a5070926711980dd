package id.tanggap.lab.world;

/** One call: what can be observed of it, and the truth, kept apart so that only judges read both. */
public record SimulatedCall(ObservedCall observed, Truth truth) {}
