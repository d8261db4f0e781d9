package plantrail.command.draft.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Versioned;
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

/**
 * The draft of a plan as its record tells.
 *
 * @param drafted how it was begun
 * @param content what it says now
 * @param version how often it was written, the first writing included; a successor that goes on
 *     with it writes nothing
 * @param status how far it has come; in force once it was issued
 * @param begun local day on which it was begun
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Draft(
    PlanDrafted drafted,
    PlanContent content,
    int version,
    PlanStatus status,
    LocalDate begun,
    DraftEvent last,
    String lastBy)
    implements Versioned {

  /**
   * The draft after one more event.
   *
   * @param day local day on which it happened
   */
  public static Draft evolve(@Nullable Draft draft, DraftEvent event, String by, LocalDate day) {
    return switch (event) {
      case PlanDrafted e -> new Draft(e, e.content(), 1, PlanStatus.DRAFT, day, e, by);
      case PlanRevised e -> of(draft).revised(e, by);
      case PlanSubmitted e -> of(draft).after(e, PlanStatus.AWAITING_SIGNATURE, by);
      case PlanReturned e -> of(draft).after(e, PlanStatus.DRAFT, by);
      case DraftTransferred e -> of(draft).transferred(e, by);
      case DraftIssued e -> of(draft).after(e, PlanStatus.IN_FORCE, by);
    };
  }

  private static Draft of(@Nullable Draft draft) {
    if (draft == null) {
      throw new IllegalStateException("A draft's record begins with its first writing");
    }
    return draft;
  }

  private Draft after(DraftEvent event, PlanStatus to, String by) {
    return new Draft(drafted, content, version, to, begun, event, by);
  }

  private Draft revised(PlanRevised event, String by) {
    return new Draft(drafted, event.content(), version + 1, PlanStatus.DRAFT, begun, event, by);
  }

  private Draft transferred(DraftTransferred event, String by) {
    PlanContent now = content.inPlaceOf(event::inPlaceOf);
    return new Draft(drafted, now, version, status, begun, event, by);
  }

  /** Takes a step of the workflow. The same person saying the same again changes nothing. */
  public List<DraftEvent> take(String step, DraftEvent event, Actor actor) {
    PlanWorkflow.TABLE.permit(step, relations(actor));
    if (event.equals(last) && actor.person().equals(lastBy)) {
      return List.of();
    }
    open(step, actor);
    return List.of(event);
  }

  /** Refuses unless the actor may take the step now. */
  public void open(String step, Actor actor) {
    PlanWorkflow.TABLE.take(step, status, relations(actor));
  }

  /** Whether that agency is to issue it, or to watch over it. */
  public boolean names(String agency) {
    return agency.equals(content.issuer()) || agency.equals(content.focal());
  }

  /** How the actor stands to it. */
  public Set<Relation> relations(Actor actor) {
    return PlanWorkflow.relations(actor, content.issuer(), content.focal());
  }
}
