package plantrail.query.pages;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.task.TaskProgress;
import plantrail.query.history.HistoryEntry;
import plantrail.query.taskboard.TaskAnswer;
import tools.jackson.databind.JsonNode;

/**
 * What a task's page shows of its progress that another agency told than the one responsible now:
 * work that was done is done, but whoever took it over did not tell of it.
 *
 * @param percent told how far it has come; null if whoever is responsible did, its parts do, or it
 *     is done
 * @param note told what was done; null if whoever is responsible did
 * @param figures told what that comes to in figures; null if whoever is responsible did
 * @param result handed in the result; null if whoever is responsible did
 */
public record ToldBefore(
    @Nullable HistoryEntry percent,
    @Nullable HistoryEntry note,
    @Nullable HistoryEntry figures,
    @Nullable HistoryEntry result) {
  private static final ToldBefore NOTHING = new ToldBefore(null, null, null, null);

  static ToldBefore of(TaskAnswer answer) {
    ToldBefore told = NOTHING;
    for (HistoryEntry entry : answer.timeline()) {
      told = told.after(entry);
    }
    String now = answer.task().agency();
    boolean done = answer.task().progress() == TaskProgress.COMPLETED;
    return new ToldBefore(
        done ? null : other(told.percent, now),
        other(told.note, now),
        other(told.figures, now),
        other(told.result, now));
  }

  private ToldBefore after(HistoryEntry entry) {
    return switch (entry.name()) {
      case "task-assigned" -> NOTHING;
      case "progress-reported" -> {
        JsonNode said = entry.payload();
        yield new ToldBefore(
            entry,
            said.path("note").isString() ? entry : note,
            said.path("figures").isEmpty() ? figures : entry,
            result);
      }
      case "progress-rolled-up" -> new ToldBefore(null, note, figures, result);
      case "task-fulfilled" -> new ToldBefore(percent, note, figures, null);
      case "task-result-submitted" -> new ToldBefore(percent, note, figures, entry);
      default -> this;
    };
  }

  private static @Nullable HistoryEntry other(@Nullable HistoryEntry told, String now) {
    return told == null || told.agency() == null || told.agency().equals(now) ? null : told;
  }
}
