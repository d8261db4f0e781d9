package plantrail.command.inspection.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.command.agency.domain.Agency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Concern;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.inspection.InspectionBegun;
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

/**
 * An inspection as its record tells.
 *
 * @param matter what it is about
 * @param toMend identifiers of the tasks that the recommendations become
 * @param begun local day from which it stands
 * @param first the event that began it
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Inspection(
    Matter matter,
    InspectionState state,
    List<String> toMend,
    LocalDate begun,
    InspectionEvent first,
    InspectionEvent last,
    String lastBy)
    implements Subject {
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
      @Nullable Inspection inspection, InspectionEvent event, String by, Instant at) {
    return inspection == null ? begin(event, by, at) : inspection.after(event, by);
  }

  private static Inspection begin(InspectionEvent event, String by, Instant at) {
    return switch (event) {
      case InspectionPlanned e ->
          new Inspection(
              new Matter(e.planId(), e.document(), e.inspector(), e.unit(), e.issuer(), e.focal()),
              InspectionState.PLANNED,
              List.of(),
              LocalTime.dayOf(at),
              e,
              e,
              by);
      case InspectionRecorded e ->
          new Inspection(
              new Matter(e.planId(), e.document(), e.inspector(), e.unit(), e.issuer(), e.focal()),
              InspectionState.RECORDED,
              tasks(e),
              e.happenedOn(),
              e,
              e,
              by);
      default -> throw new IllegalStateException("No inspection begins with " + event);
    };
  }

  private Inspection after(InspectionEvent event, String by) {
    List<String> left = event instanceof InspectionRecorded e ? tasks(e) : toMend;
    Matter now = event instanceof InspectionTransferred e ? matter.after(e) : matter;
    return new Inspection(now, stateAfter(event), left, begun, first, event, by);
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
      case InspectionTransferred e -> state;
    };
  }

  @Override
  public String plan() {
    return matter.planId();
  }

  /**
   * Takes a step of the workflow. The same person saying the same again changes nothing; everybody
   * else is told what is the case.
   */
  public List<InspectionEvent> take(String step, InspectionEvent event, Actor actor) {
    return take(step, event, actor, toMend.isEmpty());
  }

  /** Takes a step that depends on what became of the recommendations. */
  public List<InspectionEvent> take(String step, InspectionEvent event, Actor actor, Tasks tasks) {
    return take(step, event, actor, toMend.stream().allMatch(each -> finished(each, tasks)));
  }

  /** What was recommended a moment ago is a task that nobody has been charged with yet. */
  private static boolean finished(String taskId, Tasks tasks) {
    Task task = tasks.find(taskId);
    return task != null && task.finished();
  }

  private List<InspectionEvent> take(
      String step, InspectionEvent event, Actor actor, boolean done) {
    InspectionWorkflow.TABLE.permit(step, relations(actor));
    if (event.equals(last) && actor.person().equals(lastBy)) {
      return List.of();
    }
    open(step, actor, done);
    return List.of(event);
  }

  /** Refuses unless the actor may take the step now. */
  public void open(String step, Actor actor) {
    open(step, actor, toMend.isEmpty());
  }

  private void open(String step, Actor actor, boolean done) {
    InspectionWorkflow.TABLE.take(
        step, state, relations(actor), InspectionWorkflow.conditions(state, toMend.size(), done));
  }

  /** How the actor stands to it. */
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
