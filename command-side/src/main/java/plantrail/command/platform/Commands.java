package plantrail.command.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.platform.messaging.ActorMetadata;

/** Gives commands and waits for what comes of them. */
@Component
public class Commands {
  private final CommandGateway gateway;

  Commands(CommandGateway gateway) {
    this.gateway = gateway;
  }

  /** Gives a command; throws {@link Refusal} if it is refused. */
  public Outcome give(Object command, Actor actor) {
    return give(command, ActorMetadata.of(actor));
  }

  /** Gives a command about something that happened on that day; null for today. */
  public Outcome give(
      Object command, Actor actor, @Nullable LocalDate happenedOn, @Nullable String reason) {
    Map<String, String> metadata = ActorMetadata.of(actor);
    if (happenedOn != null) {
      metadata.put(MetadataKeys.HAPPENED_ON, happenedOn.toString());
    }
    if (reason != null) {
      metadata.put(MetadataKeys.BACKDATING_REASON, reason);
    }
    return give(command, metadata);
  }

  /**
   * Gives a command of the sample data, which counts as recorded at that moment. Throws {@link
   * Refusal} if it is refused.
   */
  public Outcome giveAsSample(Object command, Actor actor, Instant moment) {
    return give(command, sample(ActorMetadata.of(actor), moment));
  }

  /** Gives a command that an event caused, keeping where it came from. */
  public Outcome follow(Object command, Cause cause) {
    Map<String, String> metadata = new LinkedHashMap<>(ActorMetadata.of(Actor.SYSTEM));
    metadata.put(MetadataKeys.CORRELATION, cause.correlation());
    metadata.put(MetadataKeys.CAUSATION, cause.eventId());
    return give(command, cause.sample() ? sample(metadata, cause.recordedAt()) : metadata);
  }

  /**
   * As {@link #follow(Object, Cause)}, unless it is refused with one of those codes: then nothing
   * follows. Tells whether it did.
   */
  public boolean followUnless(Object command, Cause cause, RefusalCode... codes) {
    try {
      follow(command, cause);
      return true;
    } catch (Refusal refusal) {
      if (Arrays.asList(codes).contains(refusal.code())) {
        return false;
      }
      throw refusal;
    }
  }

  private static Map<String, String> sample(Map<String, String> metadata, Instant moment) {
    metadata.put(MetadataKeys.SAMPLE, "true");
    metadata.put(MetadataKeys.SAMPLE_TIME, moment.toString());
    return metadata;
  }

  private Outcome give(Object command, Map<String, String> metadata) {
    try {
      return gateway.sendAndWait(new GenericCommandMessage<>(command, metadata));
    } catch (RuntimeException e) {
      Refusal refusal = Refusals.of(e);
      if (refusal != null) {
        throw refusal;
      }
      throw e;
    }
  }

  /**
   * The event that a command follows from.
   *
   * @param root identifier of the message that began the chain; null if it was the event itself
   * @param sample whether the event belongs to the sample; then what follows counts as recorded at
   *     the same moment
   */
  public record Cause(String eventId, @Nullable String root, Instant recordedAt, boolean sample) {
    /** That event as a cause. */
    public static Cause of(EventMessage<?> event) {
      return new Cause(
          event.getIdentifier(),
          (String) event.getMetaData().get(MetadataKeys.CORRELATION),
          event.getTimestamp(),
          "true".equals(event.getMetaData().get(MetadataKeys.SAMPLE)));
    }

    /** The same cause of what follows later, for it takes another event to bring it about. */
    public Cause at(EventMessage<?> later) {
      Cause moment = of(later);
      return new Cause(eventId, root, moment.recordedAt, moment.sample);
    }

    /** Identifier of the message that began the chain. */
    public String correlation() {
      return root == null ? eventId : root;
    }
  }
}
