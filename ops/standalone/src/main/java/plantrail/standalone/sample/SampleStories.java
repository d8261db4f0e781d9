package plantrail.standalone.sample;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.command.platform.CommandReader;
import plantrail.command.platform.CommandRegistry;
import plantrail.kernel.task.TaskId;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes deeds of what the files tell. */
@Component
class SampleStories {
  private static final LocalTime FIRST = LocalTime.of(8, 0);
  private static final int MINUTES_APART = 20;

  private final CommandRegistry commands;
  private final CommandReader reader;
  private final ObjectMapper json;

  SampleStories(CommandRegistry commands, CommandReader reader, ObjectMapper json) {
    this.commands = commands;
    this.reader = reader;
    this.json = json;
  }

  /** Identifiers of the tasks of which stories are told. */
  Set<String> told(String planId, PlanLife life) {
    return life.stories().stream()
        .filter(story -> story.assignment() != null)
        .filter(story -> story.steps().stream().anyMatch(step -> isOfTask(type(step))))
        .map(story -> taskOf(planId, story))
        .collect(Collectors.toSet());
  }

  /** What happens in all stories of a plan. */
  List<Deed> of(String planId, PlanLife life) {
    return life.stories().stream().flatMap(story -> of(planId, story).stream()).toList();
  }

  private List<Deed> of(String planId, PlanLife.Story story) {
    Map<String, String> known = new HashMap<>(Map.of("planId", planId));
    if (story.assignment() != null) {
      known.put("taskId", taskOf(planId, story));
    }
    List<Deed> deeds = new ArrayList<>();
    for (PlanLife.Step step : story.steps()) {
      Command command = command(step, known);
      remember(command, known);
      deeds.add(
          new Deed(
              step.day()
                  .atTime(FIRST.plusMinutes((long) MINUTES_APART * deeds.size()))
                  .atZone(plantrail.kernel.calendar.LocalTime.ZONE)
                  .toInstant(),
              step.by(),
              command));
    }
    return deeds;
  }

  private static String taskOf(String planId, PlanLife.Story story) {
    return TaskId.of(
            planId,
            Objects.requireNonNull(story.assignment()),
            Objects.requireNonNull(story.agency()))
        .value();
  }

  private Command command(PlanLife.Step step, Map<String, String> known) {
    Class<? extends Command> type = type(step);
    ObjectNode fields = json.valueToTree(step.with());
    for (RecordComponent field : type.getRecordComponents()) {
      String value = known.get(field.getName());
      if (value != null && !fields.has(field.getName())) {
        fields.put(field.getName(), value);
      }
    }
    return reader.read(type, fields).command();
  }

  private Class<? extends Command> type(PlanLife.Step step) {
    return Objects.requireNonNull(commands.find(step.give()), step.give());
  }

  private static boolean isOfTask(Class<? extends Command> type) {
    return SampleLog.idOf(type).map(Method::getReturnType).filter(TaskId.class::equals).isPresent();
  }

  /** What a command is about is known from then on. */
  private static void remember(Command command, Map<String, String> known) {
    SampleLog.idOf(command.getClass())
        .ifPresent(id -> known.put(id.getName(), SampleLog.value(id, command)));
  }
}
