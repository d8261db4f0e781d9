package plantrail.kernel.task;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The whole that the task is a part of was given to another agency, which stands from now on where
 * the one before stood: it accepts the part's result, urges and reassigns.
 *
 * @param predecessor code of the agency that charged it until then
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on; null if none
 */
@Revision("1")
public record TaskAssignerChanged(
    String taskId, String predecessor, String successor, String reason, @Nullable String basis)
    implements TaskEvent {}
