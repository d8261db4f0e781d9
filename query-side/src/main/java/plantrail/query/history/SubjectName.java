package plantrail.query.history;

import org.jspecify.annotations.Nullable;

/**
 * What a subject is called.
 *
 * @param id its identifier; an agency's code
 * @param title its title; of a plan and an inspection the plan's document, of an agency its name
 * @param period label of a report's or consolidation's period; null for all else
 * @param agencyName name of the agency that it is charged to or about; null for plans and agencies
 * @param plan identifier of the plan that it belongs to; null if to none
 */
public record SubjectName(
    String id,
    Kind kind,
    String title,
    @Nullable String period,
    @Nullable String agencyName,
    @Nullable String plan) {

  /** What a subject can be. */
  public enum Kind {
    AGENCY,
    DRAFT,
    PLAN,
    TASK,
    REPORT,
    INSPECTION,
    OBSTACLE,
    CONSOLIDATION,
    TARGET,
    BUDGET,
    MODEL
  }
}
