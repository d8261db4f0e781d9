package plantrail.command.platform;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.command.agency.AgencyAggregate;
import plantrail.command.agency.Reorganisations;
import plantrail.command.budget.BudgetAggregate;
import plantrail.command.calendar.CalendarAggregate;
import plantrail.command.consolidation.ConsolidationAggregate;
import plantrail.command.draft.DraftAggregate;
import plantrail.command.inspection.InspectionAggregate;
import plantrail.command.inspection.PlannedInspections;
import plantrail.command.mandate.MandateAggregate;
import plantrail.command.model.ModelAggregate;
import plantrail.command.obstacle.ObstacleAggregate;
import plantrail.command.obstacle.Raisings;
import plantrail.command.plan.PlanAggregate;
import plantrail.command.report.ReportAggregate;
import plantrail.command.report.ReportCalls;
import plantrail.command.target.TargetAggregate;
import plantrail.command.task.TaskAggregate;
import plantrail.kernel.catalog.EventCatalog;

/**
 * All commands that clients may give, by name: those that an aggregate handles, or several at once.
 */
@Component
public class CommandRegistry {
  /** Every decision asks for its name. */
  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> command) {
          return EventCatalog.kebab(command.getSimpleName());
        }
      };

  private final Map<String, Class<? extends Command>> commands = new TreeMap<>();

  CommandRegistry() {
    for (Class<?> handler :
        new Class<?>[] {
          AgencyAggregate.class,
          DraftAggregate.class,
          Reorganisations.class,
          PlanAggregate.class,
          TaskAggregate.class,
          ReportAggregate.class,
          ReportCalls.class,
          InspectionAggregate.class,
          PlannedInspections.class,
          ConsolidationAggregate.class,
          ObstacleAggregate.class,
          Raisings.class,
          ModelAggregate.class,
          TargetAggregate.class,
          BudgetAggregate.class,
          MandateAggregate.class,
          CalendarAggregate.class
        }) {
      Arrays.stream(handler.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(CommandHandler.class))
          .map(Method::getParameterTypes)
          .map(parameters -> parameters[0])
          .filter(Command.class::isAssignableFrom)
          .forEach(type -> commands.put(nameOf(type), type.asSubclass(Command.class)));
    }
  }

  /** A command's name: its record's name in kebab case. */
  public static String nameOf(Class<?> command) {
    return NAMES.get(command);
  }

  /** The command of that name; null if there is none. */
  public @Nullable Class<? extends Command> find(String name) {
    return commands.get(name);
  }

  /** All commands by name, in the order of their names. */
  public Map<String, Class<? extends Command>> all() {
    return commands;
  }
}
