package plantrail.kernel.message;

import java.util.List;

/**
 * What a command came to.
 *
 * @param id the identifier of what was decided upon
 * @param events logical names of the new events, in order; empty when it was already so
 * @param mark opaque mark of the decision; a query given it as {@code after} waits until it shows
 */
public record Outcome(String id, List<String> events, String mark) {
  public Outcome {
    events = List.copyOf(events);
  }

  /** The mark of an aggregate's event with that sequence number (from 0). */
  public static String mark(String id, long sequence) {
    return id + "@" + sequence;
  }
}
