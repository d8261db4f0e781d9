package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.FINANCE;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.ISSUED;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.WHEN;
import static plantrail.kernel.workflow.Relation.ADDRESSEE;
import static plantrail.kernel.workflow.Relation.ASSIGNER;
import static plantrail.kernel.workflow.Relation.CHANNEL;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.HOLDER;
import static plantrail.kernel.workflow.Relation.INSPECTOR;
import static plantrail.kernel.workflow.Relation.ISSUER;
import static plantrail.kernel.workflow.Relation.RAISER;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SUPERIOR;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.Stepwise;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.model.assessmodel.AssessModel;
import plantrail.command.model.domain.Model;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.domain.Report;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.domain.Task;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelBuilt;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelProposed;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Step;

/**
 * Every step of what an agency stands to in several relations at once: those of its relations that
 * count are said here by hand, and a step is permitted where the workflow names one of them. {@link
 * EveryStepAsEverybodyTest} gives each relation to an agency of its own.
 */
class SeveralRelationsTest {
  private static final String CENTRE = "TW";
  private static final List<String> AGENCIES =
      List.of(CENTRE, PROVINCE, HOME_AFFAIRS, FINANCE, DISTRICT);

  /**
   * Who stands where.
   *
   * @param expected what counts of each agency; those left out stand in no relation
   */
  private record Constellation(
      String name, Stepwise<?> subject, Map<String, Set<Relation>> expected) {
    Set<Relation> of(Actor actor) {
      String agency = actor.agency();
      return agency == null || actor.role() != Role.OFFICIAL
          ? Set.of()
          : expected.getOrDefault(agency, Set.of());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Task task(
      String responsible, String assigner, @Nullable String focal, TaskEvent... then) {
    TaskAssigned given = Given.assigned();
    Task task =
        Task.evolve(
            null,
            new TaskAssigned(
                given.taskId(),
                given.planId(),
                given.document(),
                given.duty(),
                given.item(),
                given.title(),
                responsible,
                given.roles(),
                null,
                given.due(),
                assigner,
                focal,
                null,
                null,
                ISSUED,
                null,
                null),
            Given.taken("x"));
    for (TaskEvent event : then) {
      task = Task.evolve(task, event, Given.taken("x"));
    }
    return task;
  }

  private static Stream<Constellation> tasks() {
    return Stream.of(
        new Constellation(
            "a task that an agency charged itself with, watched by another",
            task(PROVINCE, PROVINCE, HOME_AFFAIRS),
            Map.of(PROVINCE, Set.of(RESPONSIBLE), HOME_AFFAIRS, Set.of(FOCAL))),
        new Constellation(
            "a task that an agency charged itself with, watched by nobody",
            task(PROVINCE, PROVINCE, null),
            Map.of(PROVINCE, Set.of(RESPONSIBLE, ASSIGNER))),
        new Constellation(
            "a task that an agency charged itself with and watches itself",
            task(PROVINCE, PROVINCE, PROVINCE),
            Map.of(PROVINCE, Set.of(RESPONSIBLE, ASSIGNER))),
        new Constellation(
            "a task of the focal agency",
            task(HOME_AFFAIRS, PROVINCE, HOME_AFFAIRS),
            Map.of(HOME_AFFAIRS, Set.of(RESPONSIBLE), PROVINCE, Set.of(ASSIGNER))),
        new Constellation(
            "a task whose assigner is the focal agency",
            task(DISTRICT, PROVINCE, PROVINCE),
            Map.of(DISTRICT, Set.of(RESPONSIBLE), PROVINCE, Set.of(ASSIGNER, FOCAL))));
  }

  private static ReportOpened opened(
      String responsible, String issuer, @Nullable String focal, Addressee... addressees) {
    ReportOpened given = Given.opened();
    return new ReportOpened(
        given.reportId(),
        given.planId(),
        given.document(),
        given.rule(),
        given.title(),
        responsible,
        given.period(),
        given.periodFrom(),
        given.periodTo(),
        given.due(),
        List.of(addressees),
        issuer,
        focal,
        ISSUED,
        given.form());
  }

  private static Report report(
      String responsible, String issuer, @Nullable String focal, Addressee... addressees) {
    return Report.evolve(null, opened(responsible, issuer, focal, addressees), Given.taken("x"));
  }

  private static Stream<Constellation> reports() {
    return Stream.of(
        new Constellation(
            "a report through the focal agency to the issuer",
            report(DISTRICT, PROVINCE, HOME_AFFAIRS, new Addressee(PROVINCE, HOME_AFFAIRS)),
            Map.of(
                DISTRICT,
                Set.of(RESPONSIBLE),
                HOME_AFFAIRS,
                Set.of(FOCAL, CHANNEL),
                PROVINCE,
                Set.of(ISSUER, ADDRESSEE))),
        new Constellation(
            "a report of the agency through which it passes",
            report(HOME_AFFAIRS, PROVINCE, HOME_AFFAIRS, new Addressee(PROVINCE, HOME_AFFAIRS)),
            Map.of(HOME_AFFAIRS, Set.of(RESPONSIBLE), PROVINCE, Set.of(ISSUER, ADDRESSEE))),
        new Constellation(
            "a report of the issuer to itself",
            report(PROVINCE, PROVINCE, HOME_AFFAIRS, new Addressee(PROVINCE, HOME_AFFAIRS)),
            Map.of(PROVINCE, Set.of(RESPONSIBLE), HOME_AFFAIRS, Set.of(FOCAL, CHANNEL))),
        new Constellation(
            "a report to one agency through another and the other way round",
            report(
                DISTRICT,
                CENTRE,
                null,
                new Addressee(PROVINCE, FINANCE),
                new Addressee(FINANCE, PROVINCE)),
            Map.of(
                DISTRICT,
                Set.of(RESPONSIBLE),
                CENTRE,
                Set.of(ISSUER),
                PROVINCE,
                Set.of(ADDRESSEE, CHANNEL),
                FINANCE,
                Set.of(ADDRESSEE, CHANNEL))));
  }

  private static Model model(
      String agency, String issuer, @Nullable String focal, @Nullable String proposedTo) {
    String plan = Given.plan().planId();
    String id = ModelId.of(plan, agency, 2024, "Tuyến đường").value();
    Model model =
        Model.evolve(
            null,
            new ModelRegistered(
                id,
                plan,
                "73/KH-UBND",
                agency,
                2024,
                "Tuyến đường",
                null,
                null,
                null,
                issuer,
                focal,
                ISSUED),
            Given.taken("x"));
    return proposedTo == null
        ? model
        : Model.evolve(
            model,
            new ModelProposed(id, proposedTo, AwardKind.CERTIFICATE_OF_MERIT, null),
            Given.taken("x"));
  }

  private static Stream<Constellation> models() {
    return Stream.of(
        new Constellation(
            "a model of the issuer",
            model(PROVINCE, PROVINCE, HOME_AFFAIRS, CENTRE),
            Map.of(
                PROVINCE,
                Set.of(RESPONSIBLE),
                HOME_AFFAIRS,
                Set.of(FOCAL),
                CENTRE,
                Set.of(SUPERIOR))),
        new Constellation(
            "a model of the focal agency",
            model(HOME_AFFAIRS, PROVINCE, HOME_AFFAIRS, null),
            Map.of(HOME_AFFAIRS, Set.of(RESPONSIBLE), PROVINCE, Set.of(ISSUER))),
        new Constellation(
            "a model under a plan that its issuer watches over itself",
            model(DISTRICT, PROVINCE, PROVINCE, null),
            Map.of(DISTRICT, Set.of(RESPONSIBLE), PROVINCE, Set.of(ISSUER, FOCAL))),
        new Constellation(
            "a model of the agency that it was proposed to",
            model(CENTRE, PROVINCE, null, CENTRE),
            Map.of(CENTRE, Set.of(RESPONSIBLE), PROVINCE, Set.of(ISSUER))),
        new Constellation(
            "a model proposed to its issuer",
            model(DISTRICT, PROVINCE, HOME_AFFAIRS, PROVINCE),
            Map.of(
                DISTRICT,
                Set.of(RESPONSIBLE),
                PROVINCE,
                Set.of(ISSUER, SUPERIOR),
                HOME_AFFAIRS,
                Set.of(FOCAL))));
  }

  private static Inspection inspection(String inspector, String unit, @Nullable String focal) {
    return Inspection.evolve(
        null,
        new InspectionPlanned(
            "i",
            Given.plan().planId(),
            "73/KH-UBND",
            inspector,
            unit,
            LocalDate.of(2024, 5, 20),
            "QĐ 1",
            List.of(),
            PROVINCE,
            focal),
        Given.taken("x"));
  }

  private static Stream<Constellation> inspections() {
    return Stream.of(
        new Constellation(
            "an inspection by the issuer, who watches over the plan",
            inspection(PROVINCE, DISTRICT, PROVINCE),
            Map.of(PROVINCE, Set.of(INSPECTOR, ISSUER, FOCAL))),
        new Constellation(
            "an inspection of the issuer",
            inspection(FINANCE, PROVINCE, HOME_AFFAIRS),
            Map.of(FINANCE, Set.of(INSPECTOR), HOME_AFFAIRS, Set.of(FOCAL))),
        new Constellation(
            "an inspection of the focal agency by itself",
            inspection(HOME_AFFAIRS, HOME_AFFAIRS, HOME_AFFAIRS),
            Map.of(HOME_AFFAIRS, Set.of(INSPECTOR), PROVINCE, Set.of(ISSUER))));
  }

  private static Obstacle obstacle(String raiser, String holder, @Nullable String focal) {
    return Obstacle.evolve(
        null,
        new ObstacleRaised(
            "o",
            Given.plan().planId(),
            "73/KH-UBND",
            null,
            raiser,
            holder,
            "Thiếu kinh phí",
            null,
            PROVINCE,
            focal,
            ISSUED),
        Given.taken("x"));
  }

  private static Stream<Constellation> obstacles() {
    return Stream.of(
        new Constellation(
            "an obstacle that the focal agency has",
            obstacle(DISTRICT, HOME_AFFAIRS, HOME_AFFAIRS),
            Map.of(DISTRICT, Set.of(RAISER), HOME_AFFAIRS, Set.of(HOLDER, FOCAL))),
        new Constellation(
            "an obstacle of the focal agency",
            obstacle(HOME_AFFAIRS, PROVINCE, HOME_AFFAIRS),
            Map.of(HOME_AFFAIRS, Set.of(RAISER, FOCAL), PROVINCE, Set.of(HOLDER))));
  }

  /** Of each agency somebody in their own right, and somebody of another agency by mandate. */
  private static Stream<Actor> everybody() {
    return AGENCIES.stream()
        .flatMap(agency ->
            Stream.of(
                Given.official(agency),
                new Actor(
                    "hoa", "Bà Hoa", agency, Role.OFFICIAL, new Actor.Mandate("m", "Bà H.", null)),
                new Actor("auditor", "Kiểm toán", agency, Role.AUDITOR)));
  }

  static Stream<Arguments> everyConstellationAsEverybody() {
    return Stream.of(tasks(), reports(), models(), inspections(), obstacles())
        .flatMap(each -> each)
        .flatMap(each -> everybody().map(actor -> Arguments.of(each, actor)));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("everyConstellationAsEverybody")
  void aStepIsPermittedWhereTheWorkflowNamesARelationThatCounts(Constellation given, Actor actor) {
    for (Step<?> step : given.subject().workflow().steps()) {
      if (!step.from().isEmpty()) {
        assertThat(isPermitted(given.subject(), step.command(), actor))
            .as("%s of %s by %s", step.command(), given, actor)
            .isEqualTo(!Collections.disjoint(step.by(), given.of(actor)));
      }
    }
  }

  private static boolean isPermitted(Stepwise<?> subject, String step, Actor actor) {
    try {
      subject.permit(step, actor);
      return true;
    } catch (Refusal refusal) {
      assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_PERMITTED);
      return false;
    }
  }

  @Test
  void nobodyAcceptsTheirOwnResultUnlessNobodyElseCould() {
    TaskId id = new TaskId(Given.assigned().taskId());
    TaskEvent[] handedIn = {
      new TaskAccepted(id.value()),
      new TaskResultSubmitted(id.value(), "Xong", ISSUED, List.of(), null)
    };
    AcceptTaskResult accept = new AcceptTaskResult(id, null);
    Actor own = Given.official(PROVINCE);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> accept.decide(task(PROVINCE, PROVINCE, HOME_AFFAIRS, handedIn), own, WHEN));
    assertThat(accept.decide(task(PROVINCE, PROVINCE, null, handedIn), own, WHEN)).hasSize(1);
    assertThat(
            accept.decide(
                task(PROVINCE, PROVINCE, HOME_AFFAIRS, handedIn),
                Given.official(HOME_AFFAIRS),
                WHEN))
        .hasSize(1);
  }

  @Test
  void nobodyAcceptsTheirOwnReport() {
    ReportOpened opened =
        opened(HOME_AFFAIRS, PROVINCE, HOME_AFFAIRS, new Addressee(PROVINCE, HOME_AFFAIRS));
    ReportId id = new ReportId(opened.reportId());
    Report submitted =
        Report.evolve(
            Report.evolve(null, opened, Given.taken("x")),
            new ReportSubmitted(id.value(), "Kết quả", ISSUED, List.of()),
            Given.taken("x"));
    AcceptReport accept = new AcceptReport(id, null);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> accept.decide(submitted, Given.official(HOME_AFFAIRS), WHEN));
    assertThat(accept.decide(submitted, Given.official(PROVINCE), WHEN)).hasSize(1);
  }

  @Test
  void nobodyAssessesTheirOwnModel() {
    Model registered = model(PROVINCE, PROVINCE, HOME_AFFAIRS, null);
    ModelId id = new ModelId(registered.registered().modelId());
    Model built = Model.evolve(registered, new ModelBuilt(id.value(), "Xong"), Given.taken("x"));
    AssessModel assess = new AssessModel(id, "Tốt");
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> assess.decide(built, Given.official(PROVINCE), WHEN));
    assertThat(assess.decide(built, Given.official(HOME_AFFAIRS), WHEN)).hasSize(1);
  }
}
