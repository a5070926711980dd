package id.tanggap.monitoring.dashboard;

/**
 * What a panel shows.
 *
 * @param expression PromQL; may use Grafana's {@code $__range} and {@code $__rate_interval}
 * @param legend of each series, such as {@code {{agency}}}
 */
public record Query(String expression, String legend) {}
