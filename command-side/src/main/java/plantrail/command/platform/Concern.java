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
    return agency.equals(plan.focal())
        || binds(plan, agency, day, agencies)
        || plan.reportingRules().stream()
            .flatMap(rule -> rule.addressees().stream())
            .map(Addressee::agency)
            .anyMatch(agency::equals);
  }

  /**
   * Whether the plan binds the agency on that local day: it is the issuer, stands below it, or the
   * plan names it, or one that it took over from, for a duty.
   */
  public static boolean binds(PlanIssued plan, String agency, LocalDate day, Agencies agencies) {
    return agency.equals(plan.issuer())
        || agencies.superiors(agency, day).contains(plan.issuer())
        || charged(plan)
            .anyMatch(each -> each.equals(agency) || agencies.successors(each).contains(agency));
  }

  private static Stream<String> charged(PlanIssued plan) {
    return Stream.concat(
        plan.assignments().stream().flatMap(rule -> rule.assignees().agencies().stream()),
        plan.reportingRules().stream().flatMap(rule -> rule.reporters().agencies().stream()));
  }
}
