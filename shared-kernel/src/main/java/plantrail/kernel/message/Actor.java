package plantrail.kernel.message;

import org.jspecify.annotations.Nullable;

/**
 * Who acts: a person, in a role, for an agency. Every command has one and every event keeps it.
 *
 * @param person the account's user name
 * @param personName the person's name as shown to people
 * @param agency code of the agency acted for; null for roles that stand outside of agencies
 * @param role the capacity in which the person acts
 */
public record Actor(String person, String personName, @Nullable String agency, Role role) {

  /** The system's own hand, used by automations. */
  public static final Actor SYSTEM = new Actor("system", "PlanTrail", null, Role.SYSTEM);

  /** Whether this actor acts as an official of the agency with that code. */
  public boolean actsFor(@Nullable String code) {
    return role == Role.OFFICIAL && code != null && code.equals(agency);
  }
}
