package id.tanggap.local.cli;

import id.tanggap.local.build.Maven;
import id.tanggap.local.system.Installation;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What every command works on and speaks to. */
record Workspace(Installation installation, Console console, Maven maven) {

    /** Does the work while no other launcher starts or stops the system; says so if it must wait. */
    <T> T alone(Supplier<T> work) {
        return installation.alone(
                holder -> console.line(
                        "Waiting for another ./tanggap (process " + holder + ") that starts or stops the system."),
                work);
    }

    /** A path as a person at the root of the clone would type it. */
    String shown(Path path) {
        return path.startsWith(installation.root())
                ? installation.root().relativize(path).toString()
                : path.toString();
    }
}
