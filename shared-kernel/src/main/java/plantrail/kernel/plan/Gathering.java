package plantrail.kernel.plan;

/**
 * How the values of an indicator become one, from the reports below to the report above. Which of
 * these a type admits tells {@link IndicatorType#gatherings()}.
 */
public enum Gathering {
  SUM,
  /** The average, each value weighing as much as another indicator of the same report says. */
  WEIGHTED_AVERAGE,
  /**
   * The sum of one indicator over the sum of another, of all reports that state the one or the
   * other; in per cent for a percentage.
   */
  RATIO_OF_SUMS,
  /** The value of the report that was handed in last. */
  LATEST,
  /** How many reports state a value; of yes and no, how many say yes. */
  COUNT,
  /** Not gathered: said anew by whoever reports above. */
  NONE
}
