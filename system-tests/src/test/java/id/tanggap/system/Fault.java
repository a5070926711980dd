package id.tanggap.system;

/** Something that is killed before one call begins and started again before a later one, while calls go on. */
record Fault(String name, int killedBefore, int startedBefore, Runnable kill, Runnable start) {
    static Fault of(WholeSystem system, String service, int killedBefore, int startedBefore) {
        ServiceProcess process = system.service(service);
        return new Fault(service, killedBefore, startedBefore, process::kill, process::start);
    }
}
