package plantrail.command.task.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision about one task needs to know of others. */
public interface Tasks {
  /** The task as its record tells at this moment; null if there is none. */
  @Nullable Task find(String taskId);

  /** The task that the other is a part of, as its record tells at this moment; null if of none. */
  default @Nullable Task wholeOf(Task part) {
    String whole = part.assigned().parentTask();
    return whole == null ? null : find(whole);
  }

  /** Identifiers of the task, of those that it is a part of, and of its plan, the nearest first. */
  private List<String> marks(Task task) {
    List<String> marks = new ArrayList<>();
    for (Task each = task; each != null; each = wholeOf(each)) {
      marks.add(each.assigned().taskId());
    }
    marks.add(task.plan());
    return marks;
  }

  /**
   * Those by which whoever takes an agency's place in a task is found: that of whoever charges a
   * part is with the whole.
   */
  default List<String> marks(Task task, String agency) {
    Task whole = task.agency().equals(agency) ? null : wholeOf(task);
    return marks(whole == null ? task : whole);
  }
}
