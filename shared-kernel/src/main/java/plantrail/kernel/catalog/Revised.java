package plantrail.kernel.catalog;

import java.util.Map;

/**
 * How a stored event of an earlier revision is read as one of the next: fields that it had not yet
 * are given the value that they would have had.
 *
 * @param event logical name of the event
 * @param from revision as stored
 * @param to the next revision
 * @param added the new fields, each with its value as JSON text; a field of a part is named by its
 *     path, and one of every element of a list by {@code []}: {@code content.items[].title}
 */
public record Revised(String event, String from, String to, Map<String, String> added) {
  public Revised {
    added = Map.copyOf(added);
  }
}
