package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.model.ModelAssessed;
import plantrail.kernel.model.ModelBuilt;
import plantrail.kernel.model.ModelRecognised;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanConcluded;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSuspended;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.workflow.Workflows;

/** The steps offered under plans that run, rest or are over are those that would not be refused. */
class StepsUnderAPlanIT extends QuerySideTest {
  private static final LocalDate DUE = LocalDate.of(2024, 5, 10);

  /** A plan with something of each kind under it. */
  private record Life(
      PlanIssued plan,
      ModelRegistered model,
      TargetSet target,
      BudgetAllocated budget,
      TaskAssigned task) {
    static Life of(String number) {
      return of(Story.plan(number, "HGI", "HGI.SNV"));
    }

    static Life of(PlanIssued plan) {
      return new Life(
          plan,
          Story.model(plan, "HGI.026", "Bản không rác"),
          Story.target(plan),
          Story.budget(plan, "HGI.026", "Ngân sách tỉnh"),
          Story.task(plan, "T", "HGI.026", DUE, DutyRole.EXECUTE));
    }
  }

  /** Under a plan of before it was ruled out to correct allocations while a plan rests. */
  private final Life earlier = Life.of(Story.plan("85", "HGI", "HGI.SNV", 4));

  private final Map<PlanStatus, Life> lives = new LinkedHashMap<>();

  @BeforeAll
  void story() {
    lives.put(PlanStatus.IN_FORCE, Life.of("81"));
    lives.put(PlanStatus.SUSPENDED, Life.of("82"));
    lives.put(PlanStatus.CONCLUDED, Life.of("83"));
    lives.put(PlanStatus.REVOKED, Life.of("84"));
    List<Life> all = Stream.concat(lives.values().stream(), Stream.of(earlier)).toList();
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    for (Life life : all) {
      String task = life.task().taskId();
      String model = life.model().modelId();
      log.append(
          "2024-03-01T02:00:00Z",
          life.plan(),
          life.task(),
          life.model(),
          life.target(),
          life.budget(),
          new TaskAccepted(task),
          new TaskResultSubmitted(task, "Xong", LocalDate.of(2024, 3, 1), List.of(), null),
          new TaskResultAccepted(task, null),
          new ModelBuilt(model, "Ba bản"),
          new ModelAssessed(model, "HGI.SNV", "Tốt"),
          new ModelRecognised(model, null));
    }
    lives.forEach((status, life) -> {
      DomainEvent end = end(status, life.plan().planId());
      if (end != null) {
        log.append("2024-04-01T02:00:00Z", end);
      }
    });
    log.append(
        "2024-04-01T02:00:00Z",
        new PlanSuspended(earlier.plan().planId(), LocalDate.of(2024, 4, 1), "Chống bão", null));
    settle();
  }

  @Test
  void stepsAreThoseOfTheVersionUnderWhichThePlanWasIssued() {
    assertThat(steps("HGI", "/api/budgets/" + earlier.budget().budgetId()))
        .contains("correct-allocation");
    assertThat(steps("HGI", "/api/budgets/" + under(PlanStatus.SUSPENDED).budget().budgetId()))
        .doesNotContain("correct-allocation");
    assertThat(steps("HGI", "/api/models/" + earlier.model().modelId()))
        .contains("replicate-model");
    assertThat(steps("HGI", "/api/tasks/" + earlier.task().taskId())).contains("reopen-task");
    assertThat(get("HGI", "/api/tasks/" + earlier.task().taskId()).json().path("workflows").asInt())
        .isEqualTo(4);
  }

  @Test
  void aWorkflowIsShownAsItIsForPlansOfEachVersion() {
    assertThat(under("4", "correct-allocation")).isEqualTo("WHATEVER");
    assertThat(under("5", "correct-allocation")).isEqualTo("IN_FORCE");
    assertThat(
            get("auditor", "/api/workflows", "version", "4").json().path(0).path("version").asInt())
        .isEqualTo(4);
    for (String none : List.of("0", Integer.toString(Workflows.VERSION + 1))) {
      Answer answer = get("auditor", "/api/workflows/budget", "version", none);
      assertThat(answer.code()).isEqualTo("INVALID_ARGUMENT");
      assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("version");
    }
  }

  private String under(String version, String command) {
    return get("auditor", "/api/workflows/budget", "version", version)
        .json()
        .path("steps")
        .valueStream()
        .filter(step -> step.path("command").asString().equals(command))
        .findFirst()
        .orElseThrow()
        .path("under")
        .asString();
  }

  private static @Nullable DomainEvent end(PlanStatus status, String planId) {
    return switch (status) {
      case SUSPENDED -> new PlanSuspended(planId, LocalDate.of(2024, 4, 1), "Chống bão", null);
      case CONCLUDED -> new PlanConcluded(planId, "Đạt", 0, 0);
      case REVOKED -> new PlanRevoked(planId, "Trái thẩm quyền", "QĐ 900");
      default -> null;
    };
  }

  private Life under(PlanStatus status) {
    return Objects.requireNonNull(lives.get(status));
  }

  private List<String> steps(String user, String path) {
    return get(user, path).json().path("steps").valueStream().map(each -> each.asString()).toList();
  }

  @Test
  void aModelIsHonouredAfterAPlansConclusionAndOnlyWithdrawnOnceThePlanIsRevoked() {
    for (PlanStatus status : lives.keySet()) {
      List<String> steps = steps("HGI", "/api/models/" + under(status).model().modelId());
      switch (status) {
        case IN_FORCE ->
            assertThat(steps)
                .containsExactly(
                    "reward-model", "propose-model", "replicate-model", "withdraw-model");
        case REVOKED -> assertThat(steps).containsExactly("withdraw-model");
        default ->
            assertThat(steps)
                .as("%s", status)
                .containsExactly("reward-model", "propose-model", "withdraw-model");
      }
    }
  }

  @Test
  void aTargetIsMeasuredAfterAPlansConclusionButChangedWhileItRunsAlone() {
    for (PlanStatus status : lives.keySet()) {
      List<String> steps = steps("HGI", "/api/targets/" + under(status).target().targetId());
      switch (status) {
        case IN_FORCE ->
            assertThat(steps)
                .containsExactly(
                    "record-measurement",
                    "correct-measurement",
                    "change-target",
                    "withdraw-target");
        case REVOKED -> assertThat(steps).containsExactly("correct-measurement");
        default ->
            assertThat(steps)
                .as("%s", status)
                .containsExactly("record-measurement", "correct-measurement");
      }
    }
  }

  @Test
  void moneyIsSpentAfterAPlansConclusionButNotOnceItIsRevoked() {
    for (PlanStatus status : lives.keySet()) {
      String path = "/api/budgets/" + under(status).budget().budgetId();
      List<String> spender = steps("HGI.026", path);
      assertThat(spender.contains("disburse-funds"))
          .as("%s", status)
          .isEqualTo(status != PlanStatus.REVOKED);
      assertThat(spender).contains("correct-disbursement");
      assertThat(steps("HGI", path).contains("correct-allocation"))
          .as("%s", status)
          .isEqualTo(status == PlanStatus.IN_FORCE);
    }
  }

  @Test
  void aCompletedTaskIsOpenedAgainOnlyUnderAPlanInForce() {
    for (PlanStatus status : lives.keySet()) {
      assertThat(
              steps("HGI", "/api/tasks/" + under(status).task().taskId()).contains("reopen-task"))
          .as("%s", status)
          .isEqualTo(status == PlanStatus.IN_FORCE);
    }
  }

  @Test
  void listsOfferTheSameSteps() {
    Life revoked = under(PlanStatus.REVOKED);
    for (String list : List.of("models", "targets", "budgets", "tasks")) {
      var one = get("HGI", "/api/" + list, "plan", revoked.plan().planId()).json().at("/items/0");
      assertThat(one.path("steps").valueStream().map(each -> each.asString()).toList())
          .as(list)
          .isEqualTo(steps("HGI", "/api/" + list + "/" + one.path("id").asString()));
    }
  }
}
