package plantrail.query;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.platform.messaging.ReaderTokens;
import plantrail.query.taskboard.TaskBoardProjection;

class ProcessorWiringIT extends QuerySideTest {
  @Autowired private TokenStore tokenStore;

  @Test
  void theProcessorsThatRunAreThoseThatAreDeclared() {
    Set<String> declared =
        new ClassFileImporter()
            .importPackages("plantrail.query").stream()
                .filter(each -> each.isAnnotatedWith(ProcessingGroup.class))
                .map(ProcessorWiringIT::group)
                .collect(toSet());
    assertThat(declared).isEqualTo(GROUPS);
    assertThat(processing.eventProcessors().keySet()).isEqualTo(GROUPS);
  }

  private static String group(JavaClass projection) {
    return projection.getAnnotationOfType(ProcessingGroup.class).value();
  }

  @Test
  void everyProcessorIsPooledKeepsItsTokenAndSwallowsNoError() {
    assertThat(tokenStore).isExactlyInstanceOf(ReaderTokens.class);
    settle();
    for (String group : GROUPS) {
      assertThat(processor(group)).isExactlyInstanceOf(PooledStreamingEventProcessor.class);
      assertThat(processor(group).isRunning()).isTrue();
      assertThat(processor(group).processingStatus()).hasSize(1);
      assertThat(processing.errorHandler(group)).isExactlyInstanceOf(PropagatingErrorHandler.class);
      assertThat(processing.listenerInvocationErrorHandler(group))
          .isExactlyInstanceOf(PropagatingErrorHandler.class);
      assertThat(processing.deadLetterQueue(group))
          .get()
          .isExactlyInstanceOf(JdbcSequencedDeadLetterQueue.class);
      assertThat(processing.tokenStore(group)).isSameAs(tokenStore);
    }
  }

  @Test
  void anEventThatCannotBeWrittenIsSetAsideWithWhatFollowsAndTheRestGoesOn() {
    PlanIssued plan = Story.plan("73", "HGI", null);
    LocalDate due = LocalDate.of(2024, 5, 10);
    TaskAssigned before = Story.task(plan, "A1", "HGI.026", due, DutyRole.LEAD);
    TaskAssigned after = Story.task(plan, "A2", "HGI.026", due, DutyRole.LEAD);
    // The log takes any JSON; a column of text takes no NUL.
    TaskAssigned faulty = Story.task(plan, "A\0", "HGI.026", due, DutyRole.LEAD);
    log()
        .append(
            "2024-02-28T02:00:00Z",
            before,
            new TaskAccepted(before.taskId()),
            faulty,
            new TaskAccepted(faulty.taskId()),
            after,
            new ProgressReported(before.taskId(), 30, null, List.of(), List.of()));
    settle();
    assertThat(
            jdbc.sql("select id || ' ' || progress from view.task order by 1")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(before.taskId() + " IN_PROGRESS", after.taskId() + " ASSIGNED");
    assertThat(
            jdbc.sql(
                    "select name from store.dead_letter where processing_group = ?"
                        + " and sequence_id = ? order by sequence_index")
                .params(TaskBoardProjection.GROUP, faulty.taskId())
                .query(String.class)
                .list())
        .containsExactly("task-assigned", "task-accepted");
    assertThat(
            jdbc.sql("select distinct sequence_id from store.dead_letter")
                .query(String.class)
                .list())
        .containsExactly(faulty.taskId());
    assertThat(
            jdbc.sql("select count(*) from view.history_entry where subject = ?")
                .param(Objects.requireNonNull(faulty.taskId()))
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }
}
