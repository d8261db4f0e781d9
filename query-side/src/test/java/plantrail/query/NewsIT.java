package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;

@ExtendWith(OutputCaptureExtension.class)
class NewsIT extends QuerySideTest {
  private static final int LEAVING = 20;

  private final PlanIssued plan = Story.plan("73", "HGI", null);
  private final TaskAssigned mine =
      Story.task(plan, "A1", "HGI.026", LocalDate.of(2024, 5, 10), DutyRole.LEAD);
  private final TaskAssigned theirs =
      Story.task(plan, "A1", "HGI.027", LocalDate.of(2024, 5, 10), DutyRole.LEAD);

  @Test
  void aListenerHearsWhatChangesAsFarAsTheyMaySeeItAndGoesOnWhereTheyWere() {
    Log log = log();
    log.append("2020-01-01T00:00:00Z", Story.agencies());
    log.append("2024-02-28T02:00:00Z", plan, theirs, mine);
    long before = settle();
    List<String> heard = hear("HGI.026", Long.toString(before - 3), 2);
    assertThat(heard).anySatisfy(line -> assertThat(line).contains(plan.planId()));
    assertThat(heard).anySatisfy(line -> assertThat(line).contains(mine.taskId()));
    assertThat(heard).noneSatisfy(line -> assertThat(line).contains(theirs.taskId()));
    log.append("2024-03-01T02:00:00Z", new TaskAccepted(theirs.taskId()));
    log.append("2024-03-01T02:00:00Z", new TaskAccepted(mine.taskId()));
    assertThat(hear("HGI.026", Long.toString(before), 1))
        .singleElement()
        .asString()
        .contains(mine.taskId())
        .contains("\"name\":\"task-accepted\"")
        .contains("\"position\":" + (before + 2));
    assertThat(hear("HGI.026", null, 1, "since", Long.toString(before)))
        .singleElement()
        .asString()
        .contains("\"position\":" + (before + 2));
  }

  @Test
  void whoeverIsGoneInTheMiddleLeavesNothingInTheLog(CapturedOutput output) {
    for (int i = 0; i < LEAVING; i++) {
      listenAndBreakOff("auditor");
    }
    Log log = log();
    AtomicInteger more = new AtomicInteger();
    await()
        .pollInterval(Duration.ofMillis(200))
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          log.append(
              "2024-04-01T02:00:00Z",
              Story.task(plan, "B" + more.incrementAndGet(), "HGI.027", null, DutyRole.LEAD));
          assertThat(output.getAll()).doesNotContain("broken off", "Exception");
        });
  }
}
