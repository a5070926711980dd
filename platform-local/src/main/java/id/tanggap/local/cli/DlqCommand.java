package id.tanggap.local.cli;

import id.tanggap.local.contract.Documents;
import id.tanggap.local.dlq.DeadLetter;
import id.tanggap.local.dlq.DeadLetterQueue;
import id.tanggap.local.dlq.QueueRules;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.system.LocalSystem;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "dlq",
        description = "List the records that consumers could not handle, or put them back for another try.",
        synopsisSubcommandLabel = "COMMAND")
final class DlqCommand {
    private static final int KEPT_SOME = 1;

    private final Workspace workspace;

    DlqCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Command(
            description = {
                "Show when, where from and why each record was put aside, never what it says.",
                "Records that were put back are no longer shown."
            })
    int list(
            @Parameters(arity = "0..1", paramLabel = "QUEUE", description = "One of them (default: all).")
                    String queue) {
        LocalSystem system = running();
        Map<String, QueueRules> queues = queues();
        for (String name : queue == null ? queues.keySet() : List.of(known(queue, queues))) {
            List<DeadLetter> letters = new DeadLetterQueue(system.config(), name, queues.get(name)).letters();
            workspace.console().line("%-36s %d".formatted(name, letters.size()));
            letters.forEach(letter -> workspace.console().line("  " + letter));
        }
        return 0;
    }

    @Command(
            description = {
                "Put the records of a queue back on the topics that they came from, as they were.",
                "All consumers of a topic meet them again: each of ours knows by its inbox what it has handled."
            })
    int replay(
            @Parameters(paramLabel = "QUEUE", description = "As ./tanggap dlq list names it.") String queue,
            @Option(names = "--key", paramLabel = "KEY", description = "Only those of this key.") String key) {
        LocalSystem system = running();
        Map<String, QueueRules> queues = queues();
        DeadLetterQueue.Outcome outcome = new DeadLetterQueue(system.config(), known(queue, queues), queues.get(queue))
                .replay(letter -> key == null || letter.key().equals(key));
        outcome.kept().forEach((letter, why) -> {
            workspace.console().line("kept, for " + why + ":");
            workspace.console().line("  " + letter);
        });
        workspace.console().line("Put back: " + outcome.putBack() + "; ./tanggap dlq list shows what fails again.");
        return outcome.kept().isEmpty() ? 0 : KEPT_SOME;
    }

    private LocalSystem running() {
        LocalSystem system = workspace.installation().look();
        if (!system.servers().kafka().alive()) {
            throw new StackException("Kafka does not run: ./tanggap up --detach first.");
        }
        return system;
    }

    private Map<String, QueueRules> queues() {
        return QueueRules.of(Names.SERVICES.stream()
                .map(service ->
                        Documents.ofService(workspace.installation().root().resolve(service)))
                .toList());
    }

    private static String known(String queue, Map<String, QueueRules> queues) {
        if (!queues.containsKey(queue)) {
            throw new StackException(
                    "There is no queue " + queue + "; known are " + String.join(", ", queues.keySet()) + ".");
        }
        return queue;
    }
}
