package id.tanggap.triage.line;

import id.tanggap.platform.time.Now;
import id.tanggap.triage.audio.LineListener;
import id.tanggap.triage.audio.LineListener.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Hears pieces of many calls in one pass of the voice model, and says which calls have to be kept then. */
@ApplicationScoped
class Ears {

    private static final Logger LOG = Logger.getLogger(Ears.class);

    private final LineListener listener;
    private final Urgency urgency;
    private final Now now;

    Ears(LineListener listener, Urgency urgency, Now now) {
        this.listener = listener;
        this.urgency = urgency;
        this.now = now;
    }

    /** Hears new pieces, as far as their calls are known, in the order given; tells which lines are due. */
    List<LiveLine> hear(LiveLines lines, List<Piece> pieces) {
        Instant moment = now.get();
        Map<Turn, Piece> turns = new IdentityHashMap<>();
        List<Turn> order = new ArrayList<>();
        Set<LiveLine> heard = new LinkedHashSet<>();
        for (Piece piece : pieces) {
            LiveLine line = lines.get(piece.callId());
            if (line != null) {
                line.took(piece, moment);
                Turn turn = turn(line, piece);
                order.add(turn);
                turns.put(turn, piece);
                heard.add(line);
            }
        }
        hear(lines, heard, order, turns);
        return lines.unkept().stream()
                .filter(line -> heard.contains(line) ? urgency.isDue(line, moment) : urgency.isLate(line, moment))
                .toList();
    }

    /** Hears again what these lines have not kept: all of them are due. */
    List<LiveLine> hearAgain(LiveLines lines, List<LiveLine> restarted) {
        Map<Turn, Piece> turns = new IdentityHashMap<>();
        List<Turn> order = new ArrayList<>();
        for (LiveLine line : restarted) {
            for (Piece piece : line.unkept()) {
                Turn turn = turn(line, piece);
                order.add(turn);
                turns.put(turn, piece);
            }
        }
        hear(lines, restarted, order, turns);
        return restarted.stream().filter(line -> !line.isKept()).toList();
    }

    private void hear(LiveLines lines, Collection<LiveLine> all, List<Turn> order, Map<Turn, Piece> turns) {
        try {
            for (Turn refused : listener.hear(order)) {
                Piece piece = turns.get(refused);
                lines.get(piece.callId()).refused(piece, new IllegalArgumentException("it is no sound"));
            }
        } catch (RuntimeException e) {
            // The model itself has failed: nobody knows how far it came with whom.
            LOG.errorf(e, "event=hearing-failed calls=%d", all.size());
            all.forEach(line -> {
                lines.remove(line.callId());
                line.refuseAll(e);
            });
        }
    }

    private static Turn turn(LiveLine line, Piece piece) {
        return new Turn(line.listening(), piece.chunk(), !line.row().isOver());
    }
}
