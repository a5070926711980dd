package id.tanggap.local.system;

import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What would make a start fail late and unclearly, looked at before anything is started. */
public final class Preflight {
    /** Kafka's log, the database with its write-ahead log, the programs, and room to live. */
    private static final long FIRST_START_BYTES = 2L << 30;

    private Preflight() {}

    /**
     * What a start takes of the disk: much to build something or to make the first data, nothing to restart on what there is,
     * which must be possible on a disk that is nearly full.
     */
    public static long neededBytes(SystemConfig config, List<? extends Server> servers, boolean build) {
        boolean first = servers.stream().anyMatch(server -> !Files.isDirectory(config.data(server.name())));
        return build || first ? FIRST_START_BYTES : 0;
    }

    /** Throws if the disk under the folder has less than is needed. */
    public static void disk(Path folder, long neededBytes) {
        try {
            Path there = folder.toAbsolutePath();
            while (!Files.exists(there)) {
                there = there.getParent();
            }
            long free = Files.getFileStore(there).getUsableSpace();
            if (free < neededBytes) {
                throw new StackException(
                        "Only %,d MiB are free on the disk of %s, at least %,d MiB are needed: free some space."
                                .formatted(free >> 20, folder, neededBytes >> 20));
            }
        } catch (IOException e) {
            throw new StackException("Cannot see how much space is free under " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Throws if somebody else listens where a member that does not run is to listen. */
    public static void ports(Ports ports, List<? extends Server> members) {
        for (Server member : members) {
            for (int port : member.alive() ? List.<Integer>of() : ports.allOf(member.name())) {
                if (!Ports.isFree(port)) {
                    throw new StackException("Port " + port + " of " + member.name() + " is taken by "
                            + PortOwner.of(port).orElse("another program")
                            + ": end that, or use other ports with --port-offset.");
                }
            }
        }
    }
}
