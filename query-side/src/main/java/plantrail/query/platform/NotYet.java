package plantrail.query.platform;

import java.time.Duration;

/** The projections did not come as far as asked within the time that a question waits. */
public final class NotYet extends RuntimeException {
  private final long seconds;

  NotYet(Duration waited) {
    this(waited.toSeconds());
  }

  private NotYet(long seconds) {
    super("Not yet there after " + seconds + " s");
    this.seconds = seconds;
  }

  /** How long the question waited, in seconds. */
  public long seconds() {
    return seconds;
  }

  /** What of it travels between processes. */
  record Details(long seconds) {
    NotYet toException() {
      return new NotYet(seconds);
    }
  }

  Details details() {
    return new Details(seconds);
  }
}
