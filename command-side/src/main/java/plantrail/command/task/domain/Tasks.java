package plantrail.command.task.domain;

import org.jspecify.annotations.Nullable;

/** What a decision about one task needs to know of others. */
public interface Tasks {
  /** The task as its record tells at this moment; null if there is none. */
  @Nullable Task find(String taskId);
}
