package plantrail.query.models;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelState;

/**
 * A model with its awards.
 *
 * @param plan identifier of the plan under which it is built
 * @param document the plan's number and symbol
 * @param agency code of the agency that builds it
 * @param year year for which it is registered
 * @param field what it is about; null if open
 * @param task identifier of the task that it carries out; null if none
 * @param origin identifier of the model that it copies; null if it is new
 * @param result what came of it; null until it is built
 * @param assessment what the assessment found; null until then
 * @param proposedTo code of the agency that it was proposed to; null if to none
 * @param awards what it was rewarded with, in order
 * @param copies identifiers of the models that copy it
 * @param steps what the reader may do now
 */
public record ModelView(
    String id,
    String plan,
    String document,
    String agency,
    @Nullable String agencyName,
    int year,
    String title,
    @Nullable String field,
    @Nullable String task,
    @Nullable String origin,
    LocalDate registeredOn,
    ModelState state,
    @Nullable String result,
    @Nullable String assessment,
    @Nullable String proposedTo,
    List<Award> awards,
    List<String> copies,
    List<String> steps) {

  /**
   * An award.
   *
   * @param by code of the agency that granted it
   * @param decision number and symbol of the decision
   * @param decidedOn day of the decision, local date
   * @param recipient who received it; null for the agency itself
   */
  public record Award(
      AwardKind award,
      String by,
      String decision,
      LocalDate decidedOn,
      @Nullable String recipient) {}
}
