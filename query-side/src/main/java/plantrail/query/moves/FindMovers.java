package plantrail.query.moves;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/**
 * Who moved how much, whoever moved most first. Answered with a {@link MoverPage}.
 *
 * @param by by what the moves are put together; null for the agencies that made them
 * @param filter which moves count
 */
public record FindMovers(
    Actor reader, When when, @Nullable By by, FindMoves.Filter filter, Paging paging) {

  /** What moves are put together by. */
  public enum By {
    /** The agency that made them. */
    AGENCY,
    /** The person who made them. */
    PERSON,
    /** The agency that owed the duties when they were moved. */
    RESPONSIBLE
  }
}
