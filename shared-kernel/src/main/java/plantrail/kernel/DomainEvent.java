package plantrail.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the record. Each kind is a flat record that can be read alone; who, for which agency
 * and why it came about stand in the metadata ({@link plantrail.kernel.message.MetadataKeys}).
 * Stored JSON is for ever: a component is never renamed, a change of shape is a new revision with
 * an upcaster. Each aggregate has a sealed interface of its own below this one.
 */
public interface DomainEvent {

  /** The identifier of the aggregate that the event belongs to. */
  String subject();

  /**
   * The day on which it happened, local date in Vietnam, where the event states one. It may lie
   * before the moment of recording (a report signed on the 12th and entered on the 14th).
   */
  default @Nullable LocalDate happenedOn() {
    return null;
  }

  /** Whether it tells nothing that the other one of the same subject has not told. */
  default boolean repeats(DomainEvent told) {
    return equals(told);
  }

  /** The reason that the acting person gave, where the step asks for one. */
  default @Nullable String reason() {
    return null;
  }
}
