package plantrail.command.draft.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Versioned;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftIssued;
import plantrail.kernel.plan.DraftTransferred;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanReturned;
import plantrail.kernel.plan.PlanRevised;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSubmitted;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Workflow;

/**
 * The draft of a plan as its record tells.
 *
 * @param drafted how it was begun
 * @param content what it says now
 * @param version how often it was written, the first writing included; a successor that goes on
 *     with it writes nothing
 * @param status how far it has come; in force once it was issued
 * @param course how it came to its present state
 */
public record Draft(
    PlanDrafted drafted,
    PlanContent content,
    int version,
    PlanStatus status,
    Course<DraftEvent> course)
    implements Versioned<DraftEvent> {

  /** The draft after one more event. */
  public static Draft evolve(@Nullable Draft draft, DraftEvent event, Taken taken) {
    return switch (event) {
      case PlanDrafted e ->
          new Draft(
              e,
              e.content(),
              1,
              PlanStatus.DRAFT,
              Course.beginning(PlanStatus.DRAFT, taken.on(), e, taken));
      case PlanRevised e -> of(draft).revised(e, taken);
      case PlanSubmitted e -> of(draft).after(e, PlanStatus.AWAITING_SIGNATURE, taken);
      case PlanReturned e -> of(draft).after(e, PlanStatus.DRAFT, taken);
      case DraftTransferred e -> of(draft).transferred(e, taken);
      case DraftIssued e -> of(draft).after(e, PlanStatus.IN_FORCE, taken);
    };
  }

  private static Draft of(@Nullable Draft draft) {
    if (draft == null) {
      throw new IllegalStateException("A draft's record begins with its first writing");
    }
    return draft;
  }

  private Draft after(DraftEvent event, PlanStatus to, Taken taken) {
    return new Draft(drafted, content, version, to, course.after(to, event, taken));
  }

  private Draft revised(PlanRevised event, Taken taken) {
    return new Draft(
        drafted,
        event.content(),
        version + 1,
        PlanStatus.DRAFT,
        course.after(PlanStatus.DRAFT, event, taken));
  }

  private Draft transferred(DraftTransferred event, Taken taken) {
    PlanContent now = content.inPlaceOf(event::inPlaceOf);
    return new Draft(drafted, now, version, status, course.after(status, event, taken));
  }

  @Override
  public Workflow<?> workflow() {
    return PlanWorkflow.TABLE;
  }

  @Override
  public void open(String step, Actor actor) {
    PlanWorkflow.TABLE.take(step, status, relations(actor));
  }

  /** Whether that agency is to issue it, or to watch over it. */
  public boolean names(String agency) {
    return agency.equals(content.issuer()) || agency.equals(content.focal());
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return PlanWorkflow.relations(actor, content.issuer(), content.focal());
  }
}
