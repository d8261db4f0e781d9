package plantrail.command.inspection.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Stepwise;
import plantrail.command.agency.domain.Agency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Concern;
import plantrail.command.platform.Taken;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.inspection.InspectionBegun;
import plantrail.kernel.inspection.InspectionCancelled;
import plantrail.kernel.inspection.InspectionClosed;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.inspection.InspectionTransferred;
import plantrail.kernel.inspection.RemedyConfirmed;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.workflow.InspectionWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Workflow;

/**
 * An inspection as its record tells.
 *
 * @param matter what it is about
 * @param toMend identifiers of the tasks that the recommendations become
 * @param first the event that began it
 * @param course how it came to its present state
 */
public record Inspection(
    Matter matter,
    InspectionState state,
    List<String> toMend,
    InspectionEvent first,
    Course<InspectionEvent> course)
    implements Stepwise<InspectionEvent> {
  public Inspection {
    toMend = List.copyOf(toMend);
  }

  /**
   * Who inspects whom under which plan.
   *
   * @param issuer code of the agency that issued the plan; null in records of an earlier revision
   */
  public record Matter(
      String planId,
      String document,
      String inspector,
      String unit,
      @Nullable String issuer,
      @Nullable String focal) {

    Matter after(InspectionTransferred e) {
      return new Matter(
          planId,
          document,
          e.inPlaceOf(inspector),
          e.inPlaceOf(unit),
          issuer == null ? null : e.inPlaceOf(issuer),
          focal == null ? null : e.inPlaceOf(focal));
    }

    /** Whether that agency stands anywhere. */
    public boolean include(String agency) {
      return inspector.equals(agency)
          || unit.equals(agency)
          || agency.equals(issuer)
          || agency.equals(focal);
    }
  }

  /** The inspection after one more event. */
  public static Inspection evolve(
      @Nullable Inspection inspection, InspectionEvent event, Taken taken) {
    return inspection == null ? begin(event, taken) : inspection.after(event, taken);
  }

  private static Inspection begin(InspectionEvent event, Taken taken) {
    return switch (event) {
      case InspectionPlanned e ->
          new Inspection(
              new Matter(e.planId(), e.document(), e.inspector(), e.unit(), e.issuer(), e.focal()),
              InspectionState.PLANNED,
              List.of(),
              e,
              Course.beginning(InspectionState.PLANNED, taken.on(), e, taken));
      case InspectionRecorded e ->
          new Inspection(
              new Matter(e.planId(), e.document(), e.inspector(), e.unit(), e.issuer(), e.focal()),
              InspectionState.RECORDED,
              tasks(e),
              e,
              Course.beginning(InspectionState.RECORDED, e.happenedOn(), e, taken));
      default -> throw new IllegalStateException("No inspection begins with " + event);
    };
  }

  private Inspection after(InspectionEvent event, Taken taken) {
    List<String> left = event instanceof InspectionRecorded e ? tasks(e) : toMend;
    Matter now = event instanceof InspectionTransferred e ? matter.after(e) : matter;
    InspectionState next = stateAfter(event);
    return new Inspection(now, next, left, first, course.after(next, event, taken));
  }

  private static List<String> tasks(InspectionRecorded recorded) {
    return IntStream.rangeClosed(1, recorded.recommendations().size())
        .mapToObj(number -> recorded.task(number).value())
        .toList();
  }

  private InspectionState stateAfter(InspectionEvent event) {
    return switch (event) {
      case InspectionPlanned e -> InspectionState.PLANNED;
      case InspectionBegun e -> InspectionState.UNDER_WAY;
      case InspectionRecorded e -> InspectionState.RECORDED;
      case RemedyConfirmed e -> InspectionState.REMEDIED;
      case InspectionClosed e -> InspectionState.CLOSED;
      case InspectionCancelled e -> InspectionState.CANCELLED;
      case InspectionTransferred e -> state;
    };
  }

  @Override
  public String plan() {
    return matter.planId();
  }

  /** Takes a step that depends on what became of the recommendations. */
  public List<InspectionEvent> take(String step, InspectionEvent event, Actor actor, Tasks tasks) {
    permit(step, actor);
    return once(
        event,
        actor,
        () -> open(step, actor, toMend.stream().allMatch(each -> finished(each, tasks))));
  }

  /** What was recommended a moment ago is a task that nobody has been charged with yet. */
  private static boolean finished(String taskId, Tasks tasks) {
    Task task = tasks.find(taskId);
    return task != null && task.finished();
  }

  @Override
  public Workflow<InspectionState> workflow() {
    return InspectionWorkflow.TABLE.at(course.workflows());
  }

  @Override
  public void open(String step, Actor actor) {
    open(step, actor, toMend.isEmpty());
  }

  private void open(String step, Actor actor, boolean done) {
    workflow()
        .take(
            step,
            state,
            relations(actor),
            InspectionWorkflow.conditions(state, toMend.size(), done));
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return InspectionWorkflow.relations(
        actor, matter.inspector(), matter.unit(), matter.issuer(), matter.focal());
  }

  /** How the actor stands to the inspection of a unit on that local day. */
  public static Set<Relation> relationsToNew(
      Actor actor,
      String inspector,
      String unit,
      LocalDate day,
      PlanIssued plan,
      Agencies agencies) {
    Agency by = agencies.agency(inspector);
    return InspectionWorkflow.relations(
        actor,
        inspector,
        unit,
        agencies.superiors(unit, day),
        plan.issuer(),
        plan.focal(),
        by != null
            && by.registered().kind() == AgencyKind.MASS_ORGANISATION
            && Concern.of(plan, inspector, day, agencies));
  }
}
