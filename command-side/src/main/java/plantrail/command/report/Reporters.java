package plantrail.command.report;

import java.time.LocalDate;
import java.util.Set;
import plantrail.kernel.plan.Assignees;

/** Whom a call for reports reaches. */
public interface Reporters {
  /**
   * Codes of the agencies that are named and of those of the classes below the issuer that exist on
   * that local day, in the order of their codes; the registry may be seconds old.
   */
  Set<String> of(Assignees called, String issuer, LocalDate day);
}
