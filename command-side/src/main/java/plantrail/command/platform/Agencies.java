package plantrail.command.platform;

import java.util.List;

/** What decisions need to know of the agency registry. */
public interface Agencies {
  /** Whether an agency of that code is registered. Exact, not seconds old. */
  boolean exists(String code);

  /** Codes of all agencies above that one, nearest first. */
  List<String> superiors(String code);
}
