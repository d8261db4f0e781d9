package plantrail.command.platform;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/**
 * Lets a refusal travel as the details of a CommandExecutionException, the only thing of an
 * exception that arrives from another process, and reads it back at the sender's.
 */
final class Refusals {
  private static final CommandTargetResolver TARGETS =
      AnnotationCommandTargetResolver.builder().build();

  private Refusals() {}

  /** What a command failed with, as it can travel; unchanged if it was not refused. */
  static Throwable told(Throwable thrown, CommandMessage<?> command) {
    Refusal refusal = refusal(thrown, command);
    return refusal == null
        ? thrown
        : new CommandExecutionException(refusal.getMessage(), thrown, refusal.details());
  }

  private static @Nullable Refusal refusal(Throwable thrown, CommandMessage<?> command) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
      if (cause instanceof AggregateNotFoundException missing
          && !(cause instanceof AggregateDeletedException)) {
        return Refusal.notFound(String.valueOf(missing.getAggregateIdentifier()));
      }
      if (cause instanceof IncompatibleAggregateException) {
        // There is something of that identifier, but of another kind.
        return Refusal.notFound(TARGETS.resolveTarget(command).getIdentifier());
      }
      if (cause instanceof ConcurrencyException
          || cause instanceof AggregateStreamCreationException) {
        return Refusal.of(RefusalCode.CONFLICT, "refusal.conflict");
      }
    }
    return null;
  }

  /** What a failed command was refused for; null if it failed for another reason. */
  static @Nullable Refusal of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CommandExecutionException failed
          && failed.getDetails().orElse(null) instanceof Refusal.Details details) {
        return details.toRefusal();
      }
    }
    return null;
  }
}
