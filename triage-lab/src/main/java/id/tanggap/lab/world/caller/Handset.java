package id.tanggap.lab.world.caller;

import id.tanggap.lab.world.LineIdentity;
import id.tanggap.lab.world.centre.Kecamatan;
import java.util.Optional;

/** One telephone, for good or ill in more than one hand. */
public record Handset(int number, LineIdentity identity, Kecamatan home) {

    /** What the centre sees in place of the number. */
    public Optional<String> reference(String centre) {
        return identity == LineIdentity.SUBSCRIBER
                ? Optional.of("%s-%08x".formatted(centre, scattered()))
                : Optional.empty();
    }

    /** One to one, and without telling which number came first. */
    private int scattered() {
        int x = number * 0x9E3779B1;
        x ^= x >>> 16;
        return x * 0x85EBCA6B;
    }
}
