package plantrail.command.draft;

import plantrail.command.StepCommand;
import plantrail.command.draft.domain.Draft;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftId;

/** A step of a draft that was begun. */
public interface DraftCommand extends StepCommand<Draft, DraftEvent> {
  DraftId draftId();
}
