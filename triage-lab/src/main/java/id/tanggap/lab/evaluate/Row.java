package id.tanggap.lab.evaluate;

/**
 * One line of the table.
 *
 * @param value in the goal's unit
 * @param goal in words
 * @param met whether the value, not its interval, reaches the goal
 */
record Row(String code, String measure, double value, String shown, String goal, boolean met) {

    static Row atMost(String code, String measure, double value, String shown, double goal, String said) {
        return new Row(code, measure, value, shown, said, value <= goal);
    }

    static Row atLeast(String code, String measure, double value, String shown, double goal, String said) {
        return new Row(code, measure, value, shown, said, value >= goal);
    }
}
