package plantrail.kernel.task;

import org.axonframework.serialization.Revision;

/**
 * A part of the task moved on, and with it the whole.
 *
 * @param childId identifier of the part
 * @param childPercent share done of the part, 0 to 100
 * @param counted whether the part still counts; a cancelled one does not
 * @param percent share done of the whole: the parts' shares, averaged by their weights
 */
@Revision("1")
public record ProgressRolledUp(
    String taskId, String childId, int childPercent, boolean counted, int percent)
    implements TaskEvent {}
