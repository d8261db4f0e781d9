package plantrail.command.platform;

import io.grpc.StatusRuntimeException;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/**
 * Lets a refusal travel as the details of a CommandExecutionException, the only thing of an
 * exception that arrives from another process, and reads it back at the sender's.
 */
@Component
class Refusals {
  private static final CommandTargetResolver TARGETS =
      AnnotationCommandTargetResolver.builder().build();

  private final ObjectProvider<EventStore> eventStore;

  Refusals(ObjectProvider<EventStore> eventStore) {
    this.eventStore = eventStore;
  }

  /** What a command failed with, as it can travel; unchanged if it was not refused. */
  Throwable told(Throwable thrown, CommandMessage<?> command) {
    Refusal refusal = refusal(thrown, command);
    return refusal == null
        ? thrown
        : new CommandExecutionException(refusal.getMessage(), thrown, refusal.details());
  }

  private @Nullable Refusal refusal(Throwable thrown, CommandMessage<?> command) {
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
    }
    return isLostRace(thrown) || isHeldUp(thrown) ? conflict(command) : null;
  }

  /** Whether somebody else wrote the same aggregate at the same time, and was first. */
  static boolean isLostRace(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConcurrencyException
          || cause instanceof AggregateStreamCreationException
          || isLostAtAxonServer(cause)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether somebody else worked on the same aggregate and could not be waited for: an automation
   * holds what it wrote until its batch of events is done, and two may want what the other holds.
   */
  static boolean isHeldUp(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof LockAcquisitionFailedException) {
        return true;
      }
    }
    return false;
  }

  /** Axon passes on what Axon Server says of a commit as it came. */
  private static boolean isLostAtAxonServer(Throwable cause) {
    return cause instanceof StatusRuntimeException refused
        && GrpcExceptionParser.parse(refused) instanceof ConcurrencyException;
  }

  /** Names the step that came between. */
  private Refusal conflict(CommandMessage<?> command) {
    DomainEventMessage<?> last = null;
    try {
      var events =
          eventStore.getObject().readEvents(TARGETS.resolveTarget(command).getIdentifier(), 0);
      while (events.hasNext()) {
        last = events.next();
      }
    } catch (IllegalArgumentException e) {
      // The command is about several aggregates at once.
    }
    return last == null
        ? Refusal.of(RefusalCode.CONFLICT, "refusal.conflict")
        : Refusal.of(
            RefusalCode.CONFLICT,
            "refusal.conflict-with",
            "@event." + EventCatalog.nameOf(last.getPayloadType()),
            String.valueOf(last.getMetaData().get(MetadataKeys.ACTOR_NAME)));
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
