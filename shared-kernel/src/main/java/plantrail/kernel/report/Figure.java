package plantrail.kernel.report;

/**
 * What a report says of one indicator of its form.
 *
 * @param indicator mark of the indicator
 * @param value its value, as {@link plantrail.kernel.plan.IndicatorType} writes it
 */
public record Figure(String indicator, String value) {}
