package id.tanggap.lab.evaluate.rival;

import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.model.Feature;
import java.util.List;
import java.util.function.Predicate;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Samples as XGBoost wants them, outside the heap until closed; what is missing stays missing. */
final class Matrix implements AutoCloseable {
    private static final int COLUMNS = Feature.all().size();

    private final DMatrix matrix;

    private Matrix(DMatrix matrix) {
        this.matrix = matrix;
    }

    static Matrix of(List<Sample> samples, Predicate<Sample> answer) throws XGBoostError {
        float[] answers = new float[samples.size()];
        float[] weights = new float[answers.length];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = answer.test(samples.get(i)) ? 1 : 0;
            weights[i] = (float) samples.get(i).weight();
        }
        Matrix matrix = of(samples.stream().map(Sample::features).toList());
        matrix.matrix.setLabel(answers);
        matrix.matrix.setWeight(weights);
        return matrix;
    }

    static Matrix of(List<double[]> vectors) throws XGBoostError {
        float[] cells = new float[vectors.size() * COLUMNS];
        for (int row = 0; row < vectors.size(); row++) {
            for (int column = 0; column < COLUMNS; column++) {
                cells[row * COLUMNS + column] = (float) vectors.get(row)[column];
            }
        }
        return new Matrix(new DMatrix(cells, vectors.size(), COLUMNS, Float.NaN));
    }

    DMatrix get() {
        return matrix;
    }

    @Override
    public void close() {
        matrix.dispose();
    }
}
