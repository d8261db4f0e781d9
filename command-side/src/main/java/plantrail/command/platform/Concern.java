package plantrail.command.platform;

import java.time.LocalDate;
import java.util.stream.Stream;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.PlanIssued;

/** Which agencies a plan concerns. */
public final class Concern {
  private Concern() {}

  /**
   * Whether the agency has to carry out a part of the plan on that local day: it stands below the
   * issuer, or the plan names it.
   */
  public static boolean of(PlanIssued plan, String agency, LocalDate day, Agencies agencies) {
    return agency.equals(plan.issuer())
        || agency.equals(plan.focal())
        || agencies.superiors(agency, day).contains(plan.issuer())
        || named(plan).anyMatch(agency::equals);
  }

  private static Stream<String> named(PlanIssued plan) {
    return Stream.of(
            plan.assignments().stream().flatMap(rule -> rule.assignees().agencies().stream()),
            plan.reportingRules().stream().flatMap(rule -> rule.reporters().agencies().stream()),
            plan.reportingRules().stream()
                .flatMap(rule -> rule.addressees().stream())
                .map(Addressee::agency))
        .flatMap(each -> each);
  }
}
