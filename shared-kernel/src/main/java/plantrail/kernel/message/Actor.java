package plantrail.kernel.message;

import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person, in a role, for an agency. Every command has one and every event keeps it.
 *
 * @param person the account's user name
 * @param personName the person's name as shown to people
 * @param agency code of the agency acted for; null for roles that stand outside of agencies
 * @param role the capacity in which the person acts
 * @param mandate by whose leave they act for an agency that is not their own; null where it is
 */
public record Actor(
    String person,
    String personName,
    @Nullable String agency,
    Role role,
    @Nullable Mandate mandate) {

  /**
   * By whose leave a person acts for an agency.
   *
   * @param id identifier of the mandate
   * @param grantedBy name of the person who gave it
   * @param plan identifier of the plan to which it is limited; null for all
   */
  public record Mandate(String id, String grantedBy, @Nullable String plan) {}

  /** Somebody who acts in their own right. */
  public Actor(String person, String personName, @Nullable String agency, Role role) {
    this(person, personName, agency, role, null);
  }

  /** The system's own hand, used by automations. */
  public static final Actor SYSTEM = new Actor("system", "PlanTrail", null, Role.SYSTEM);

  /** Whether this actor acts as an official of the agency with that code. */
  public boolean actsFor(@Nullable String code) {
    return role == Role.OFFICIAL && code != null && code.equals(agency);
  }

  /** Whether a mandate, if there is one, reaches as far as that plan; null for what is of none. */
  public boolean mayActUnder(@Nullable String planId) {
    return mandate == null || mandate.plan() == null || mandate.plan().equals(planId);
  }
}
