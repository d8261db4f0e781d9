package plantrail.command.agency.domain;

import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyRegistered;

/** An agency as its record tells. */
public record Agency(AgencyRegistered registered) {
  public static Agency evolve(AgencyEvent event) {
    return switch (event) {
      case AgencyRegistered registered -> new Agency(registered);
    };
  }
}
