package id.tanggap.triage.learning;

import id.tanggap.platform.problem.ProblemType;

/** What may stand in the way of another model. */
final class LearningProblems {

    static final ProblemType TRAINING_RUNS = new ProblemType("training-runs", 409, "A model is being trained already");
    static final ProblemType TOO_FEW_LABELS =
            new ProblemType("too-few-labels", 409, "There are too few labelled calls to learn from");
    static final ProblemType NO_CHALLENGER = new ProblemType("no-challenger", 409, "This model is not the challenger");
    static final ProblemType NOT_BETTER =
            new ProblemType("not-better", 409, "The challenger has not shown that it is better");
    static final ProblemType NO_EARLIER_CHAMPION =
            new ProblemType("no-earlier-champion", 409, "There is no earlier champion to go back to");

    private LearningProblems() {}
}
