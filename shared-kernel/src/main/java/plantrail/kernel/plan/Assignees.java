package plantrail.kernel.plan;

import java.util.List;

/**
 * Whom a rule of a plan binds: agencies by code, and classes that are expanded to the agencies
 * below the issuer that exist at the moment of issue.
 *
 * @param agencies codes of agencies named one by one
 * @param classes classes of agencies
 * @param except codes of agencies that a class would include but the plan leaves out
 */
public record Assignees(List<String> agencies, List<AgencyClass> classes, List<String> except) {
  public Assignees {
    agencies = List.copyOf(agencies);
    classes = List.copyOf(classes);
    except = List.copyOf(except);
  }
}
