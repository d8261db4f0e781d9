package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Role;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskResultReturned;
import plantrail.platform.messaging.ActorMetadata;

/** Several nodes write the same log: what one keeps in memory never decides alone. */
class RecentAggregatesIT extends CommandSideTest {
  @Autowired private EventStore eventStore;
  @Autowired private TransactionTemplate transaction;

  private static int serial;
  private String task = "";

  @BeforeEach
  void aTaskThatThisNodeHasJustAssigned() {
    serial++;
    String plan =
        id(
            give(
                "issue-plan",
                "HGI",
                Map.of(
                    "kind",
                    "KH",
                    "number",
                    Integer.toString(900 + serial),
                    "symbol",
                    "KH-UBND",
                    "issueDate",
                    "2024-02-28",
                    "issuer",
                    "HGI",
                    "title",
                    "Kế hoạch " + serial,
                    "reportingRules",
                    ON_DEMAND,
                    Occurrence.REASON,
                    Given.LATE)));
    task =
        id(
            give(
                "assign-task",
                "HGI",
                Map.of(
                    "planId",
                    plan,
                    "duty",
                    "X1",
                    "title",
                    "Khảo sát",
                    "agency",
                    "HGI.024",
                    "roles",
                    List.of("EXECUTE"))));
  }

  private static String id(Answer answer) {
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    return answer.json().path("id").asString();
  }

  /** Another node goes on with the task, of which this one hears nothing. */
  private void elsewhere(long sequence, TaskEvent event) {
    Map<String, String> metadata = ActorMetadata.of(new Actor("q", "Ông T.", "HGI", Role.OFFICIAL));
    metadata.put(MetadataKeys.CAUSATION, "elsewhere");
    transaction.executeWithoutResult(status ->
        eventStore.publish(
            new GenericDomainEventMessage<>("Task", task, sequence, event, metadata)));
  }

  private List<String> record() {
    return jdbc.sql("select name from store.event where aggregate_id = ? order by sequence")
        .param(task)
        .query(String.class)
        .list();
  }

  @Test
  void aStepThatComesSecondIsDecidedAnew() {
    elsewhere(1, new TaskAccepted(task));
    id(give("report-progress", "HGI.024", Map.of("taskId", task, "percent", 10)));
    elsewhere(3, new ProgressReported(task, 20, null, List.of(), List.of()));
    id(give("report-progress", "HGI.024", Map.of("taskId", task, "percent", 30)));
    assertThat(record())
        .containsExactly(
            "task-assigned",
            "task-accepted",
            "progress-reported",
            "progress-reported",
            "progress-reported");
  }

  @Test
  void aRefusalNeverRestsOnWhatIsKeptHere() {
    id(give("accept-task", "HGI.024", Map.of("taskId", task)));
    id(give("submit-task-result", "HGI.024", Map.of("taskId", task, "result", "Xong")));
    elsewhere(3, new TaskResultReturned(task, "Bổ sung"));
    id(give("submit-task-result", "HGI.024", Map.of("taskId", task, "result", "Đã bổ sung")));
    assertThat(record()).hasSize(5).endsWith("task-result-returned", "task-result-submitted");
  }

  @Test
  void whatIsNoLongerOpenAfterAnothersStepIsRefusedByTheStateAsItIs() {
    elsewhere(1, new TaskAccepted(task));
    Answer second = give("accept-task", "HGI.024", Map.of("taskId", task));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("INVALID_STATE");
    assertThat(record()).hasSize(2);
  }

  @Test
  void sayingTheSameAgainChangesNothing() {
    for (int i = 0; i < 2; i++) {
      id(give("accept-task", "HGI.024", Map.of("taskId", task)));
    }
    assertThat(record()).hasSize(2);
  }
}
