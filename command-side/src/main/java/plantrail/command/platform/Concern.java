package plantrail.command.platform;

import java.time.LocalDate;
import java.util.List;
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
            .anyMatch(
                each -> each.equals(agency) || agencies.successors(each, day).contains(agency));
  }

  /** Notes as faulty whoever does not exist on that day or is not concerned by the plan then. */
  public static void check(
      Check check, String code, String field, PlanIssued plan, LocalDate day, Agencies agencies) {
    check
        .agency(code, field, agencies, day)
        .that(
            !agencies.exists(code, day) || of(plan, code, day, agencies),
            field,
            "field.not-concerned",
            code);
  }

  /** Notes as faulty those that do not exist or that the plan does not concern on that day. */
  public static void check(
      Check check,
      List<String> codes,
      String field,
      PlanIssued plan,
      LocalDate day,
      Agencies agencies) {
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      check
          .that(
              agencies.exists(code) && of(plan, code, day, agencies),
              field + "[" + i + "]",
              "field.not-concerned",
              code)
          .that(codes.indexOf(code) == i, field + "[" + i + "]", "field.twice", code);
    }
  }

  private static Stream<String> charged(PlanIssued plan) {
    return Stream.concat(
        plan.assignments().stream().flatMap(rule -> rule.assignees().agencies().stream()),
        plan.reportingRules().stream().flatMap(rule -> rule.reporters().agencies().stream()));
  }
}
