package plantrail.kernel.consolidation;

import java.util.List;
import plantrail.kernel.plan.Indicator;

/**
 * What a consolidation is asked for.
 *
 * @param title what the reports are about
 * @param form what it states in figures; empty if it is text alone
 * @param addressees codes of the agencies that the reports come to through the channel agency
 */
public record Asked(String title, List<Indicator> form, List<String> addressees) {
  public Asked {
    form = List.copyOf(form);
    addressees = List.copyOf(addressees);
  }
}
