package plantrail.kernel.agency;

import java.util.List;

/**
 * What one successor takes over from an agency that ends.
 *
 * @param successor code of the agency that takes over
 * @param takes identifiers of plans, tasks, reports and so on: what is open among them and under
 *     them
 */
public record Share(String successor, List<String> takes) {
  public Share {
    takes = List.copyOf(takes);
  }
}
