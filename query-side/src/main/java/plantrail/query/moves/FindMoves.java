package plantrail.query.moves;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** What was moved. Answered with a {@link MovePage}. */
public record FindMoves(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param plan identifier of the plan; its own changes and those of all of its duties
   * @param subject identifier of the task, report or plan that was moved
   * @param agency code of the agency that moved it
   * @param actor user name of the person who moved it
   * @param responsible code of the agency that owed the duty when it was moved
   * @param below whether the agencies below those two count too
   * @param moved what was moved
   * @param reform whether agencies were merged, split or dissolved and nobody chose another owner
   * @param from first day that counts, local date
   * @param to last day that counts, local date
   */
  public record Filter(
      @Nullable String plan,
      @Nullable String subject,
      @Nullable String agency,
      @Nullable String actor,
      @Nullable String responsible,
      @Nullable Boolean below,
      @Nullable Moved moved,
      @Nullable Boolean reform,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {
    public static final Filter NONE =
        new Filter(null, null, null, null, null, null, null, null, null, null);
  }
}
