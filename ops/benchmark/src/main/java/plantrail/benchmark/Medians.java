package plantrail.benchmark;

import java.util.Arrays;

/** What stands in the middle, or near the end, of many values. */
final class Medians {
  private Medians() {}

  static double of(double[] values) {
    return quantile(values, 0.5);
  }

  /** The smallest value that at least that share of all is not above. */
  static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }
}
