package id.tanggap.lab.world.centre;

/**
 * How well operators tell; judgements, of the order of Detroit 2006, where a child's emergency was taken for a prank.
 *
 * @param genuineTaken share of genuine speakers noted as NORMAL; most others as INFORMATION, some as PRANK
 * @param pranksTold share of pranks noted as such
 * @param storiesBelieved share of invented emergencies that are believed
 * @param noted share of calls with any disposition at all
 */
public record OperatorSkill(double genuineTaken, double pranksTold, double storiesBelieved, double noted) {}
