package plantrail.command.target.domain;

import org.jspecify.annotations.Nullable;

/** What a decision about something else needs to know of targets. */
public interface Targets {
  /** The target as its record tells at this moment; null if there is none. */
  @Nullable Target find(String targetId);
}
