package id.tanggap.lab.world;

import id.tanggap.lab.world.centre.Centres;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Worlds that several tests look at, made once. */
final class Worlds {
    private static final Map<String, List<SimulatedCall>> YEARS = new ConcurrentHashMap<>();

    private Worlds() {}

    /** A year with enough calls to measure shares to half a per cent. */
    static List<SimulatedCall> year(String centre) {
        return YEARS.computeIfAbsent(centre, name -> World.of(Centres.named(name), 365, 1)
                .scaled(name.equals("purworejo") ? 20 : 1)
                .calls());
    }

    static List<SimulatedCall> answered(List<SimulatedCall> calls) {
        return calls.stream().filter(call -> !call.observed().abandoned()).toList();
    }

    static double share(List<SimulatedCall> calls, Predicate<SimulatedCall> which) {
        return (double) calls.stream().filter(which).count() / calls.size();
    }
}
