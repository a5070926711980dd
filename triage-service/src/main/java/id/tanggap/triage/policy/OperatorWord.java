package id.tanggap.triage.policy;

/**
 * What an operator said of the call. It stands beside the model and not in it: a model learns from dispositions and must not
 * see the one that it is to foretell.
 */
final class OperatorWord {

    private OperatorWord() {}

    static void add(Evidence evidence, Sum sum) {
        evidence.disposition().ifPresent(said -> {
            switch (said) {
                case GHOST -> sum.add(ReasonCode.OPERATOR_GHOST, Limits.OPERATOR_GHOST);
                case PRANK -> sum.add(ReasonCode.OPERATOR_PRANK, Limits.OPERATOR_PRANK);
                case TEST -> sum.add(ReasonCode.OPERATOR_TEST, Limits.OPERATOR_TEST);
                case INFORMATION -> sum.add(ReasonCode.OPERATOR_INFORMATION, Limits.OPERATOR_INFORMATION);
                case NORMAL -> {} // a rule
            }
        });
    }

    static boolean hoax(Evidence evidence) {
        return evidence.disposition()
                .filter(said -> said == Disposition.GHOST || said == Disposition.PRANK)
                .isPresent();
    }

    /** Which hoax and which need, by the model and the operator's word. */
    static Likelihoods likelihoods(double hoax, Opinion opinion, Evidence evidence) {
        double ghost = opinion.ghost();
        double information = opinion.information();
        if (evidence.disposition().isPresent()) {
            switch (evidence.disposition().get()) {
                case GHOST -> ghost += Limits.OPERATOR_TELLS_APART;
                case PRANK -> ghost -= Limits.OPERATOR_TELLS_APART;
                case INFORMATION -> information += Limits.OPERATOR_TELLS_APART;
                case NORMAL -> information -= Limits.OPERATOR_TELLS_APART;
                case TEST -> {} // neither
            }
        }
        return Likelihoods.of(hoax, 1 / (1 + Math.exp(-ghost)), 1 / (1 + Math.exp(-information)));
    }
}
