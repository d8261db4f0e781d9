package plantrail.command.platform;

import org.springframework.stereotype.Component;
import plantrail.platform.access.KnownAgencies;

/** The agencies that an account can be for: those of the log. */
@Component
class LoggedAgencies implements KnownAgencies {
  private final Agencies agencies;

  LoggedAgencies(Agencies agencies) {
    this.agencies = agencies;
  }

  @Override
  public boolean exists(String code) {
    return agencies.exists(code);
  }
}
