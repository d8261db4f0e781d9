package plantrail.kernel.model;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A model was rewarded.
 *
 * @param by code of the agency that grants the award
 * @param award the award
 * @param decision number and symbol of the decision
 * @param decidedOn day of the decision, local date
 * @param recipient the collective or person that receives it; null for the agency itself
 */
@Revision("1")
public record ModelRewarded(
    String modelId,
    String by,
    AwardKind award,
    String decision,
    LocalDate decidedOn,
    @Nullable String recipient)
    implements ModelEvent {

  @Override
  public LocalDate happenedOn() {
    return decidedOn;
  }
}
