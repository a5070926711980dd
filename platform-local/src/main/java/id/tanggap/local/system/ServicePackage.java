package id.tanggap.local.system;

import java.nio.file.Path;

/** Where the build of a service leaves what runs. */
public final class ServicePackage {
    private ServicePackage() {}

    /** The folder with the program and its libraries. */
    public static Path of(Path module) {
        return module.resolve("target/quarkus-app");
    }

    /** The file in it that is written last and started first. */
    public static Path jar(Path app) {
        return app.resolve("quarkus-run.jar");
    }
}
