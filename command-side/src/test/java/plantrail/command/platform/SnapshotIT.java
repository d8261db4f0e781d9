package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.agency.renameagency.RenameAgency;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.task.TaskAggregate;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;

/** A long record is loaded by a snapshot, which is never more than a shorter way to the same. */
class SnapshotIT extends CommandSideTest {
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final int LONG = 60;
  private static final int EVERY = 50;

  @Autowired private EventStore eventStore;
  @Autowired private RecentAggregates recent;
  @Autowired private Agencies agencies;
  @Autowired private Tasks tasks;

  private static int serial;
  private TaskId task = new TaskId("");

  @BeforeEach
  void anAcceptedTask() {
    serial++;
    IssuePlan plan = Given.issuePlan(Integer.toString(7700 + serial));
    task = new TaskId(assigned(Given.issue(commands, plan).id()).id());
    commands.give(new AcceptTask(task), Given.official("HGI.024"));
  }

  private Outcome assigned(String planId) {
    return commands.give(
        new AssignTask(
            planId, "X1", null, "Khảo sát", "HGI.024", List.of(DutyRole.EXECUTE), null, null, null),
        Given.official("HGI"));
  }

  private Outcome report(int percent) {
    return commands.give(
        new ReportProgress(task, percent, null, List.of(), List.of()), Given.official("HGI.024"));
  }

  private void reportALot() {
    for (int i = 0; i < LONG; i++) {
      report(i);
    }
  }

  private String snapshotRevision() {
    return jdbc.sql("select name || ' ' || revision from store.snapshot where aggregate_id = ?")
        .param(task.value())
        .query(String.class)
        .optional()
        .orElse("none");
  }

  private void awaitSnapshot() {
    String present = "Task " + TaskAggregate.class.getAnnotation(Revision.class).value();
    await().atMost(Duration.ofSeconds(60)).until(() -> snapshotRevision().equals(present));
  }

  /** The first thing that a load of the task reads. */
  private Class<?> loadBeginsWith() {
    return eventStore.readEvents(task.value()).next().getPayloadType();
  }

  private void spoilSnapshot(String change) {
    assertThat(
            jdbc.sql("update store.snapshot set " + change + " where aggregate_id = ?")
                .param(task.value())
                .update())
        .isEqualTo(1);
    recent.removeAll();
  }

  @Test
  void aLongRecordIsLoadedByASnapshotAndGoesOn() {
    reportALot();
    awaitSnapshot();
    recent.removeAll();
    assertThat(loadBeginsWith()).isEqualTo(TaskAggregate.class);
    assertThat(eventStore.readEvents(task.value()).asStream().count()).isLessThan(EVERY);
    assertThat(report(LONG - 1).events()).isEmpty();
    assertThat(report(99).events()).containsExactly("progress-reported");
  }

  @Test
  void aSnapshotOfAnotherRevisionIsPassedOverAndMadeAnew() {
    reportALot();
    awaitSnapshot();
    spoilSnapshot("revision = '0', payload = '{}'");
    assertThat(loadBeginsWith()).isEqualTo(TaskAssigned.class);
    assertThat(report(LONG - 1).events()).isEmpty();
    awaitSnapshot();
    assertThat(loadBeginsWith()).isEqualTo(TaskAggregate.class);
  }

  @Test
  void aSnapshotThatCannotBeReadIsPassedOverAndMadeAnew() {
    reportALot();
    awaitSnapshot();
    spoilSnapshot("payload = '{\"id\": 1}'");
    assertThat(report(LONG - 1).events()).isEmpty();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> loadBeginsWith().equals(TaskAggregate.class));
    assertThat(report(99).events()).containsExactly("progress-reported");
  }

  @Test
  void whoReadsTheLogNeverMeetsASnapshot() {
    reportALot();
    awaitSnapshot();
    assertThat(
            jdbc.sql("select distinct name from store.event where aggregate_id = ?")
                .param(task.value())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("task-assigned", "task-accepted", "progress-reported");
    List<? extends DomainEventMessage<?>> record =
        eventStore.readEvents(task.value(), 0).asStream().toList();
    assertThat(record).hasSize(LONG + 2);
    assertThat(record.getFirst().getPayloadType()).isEqualTo(TaskAssigned.class);
    assertThat(Objects.requireNonNull(tasks.find(task.value())).percent()).isEqualTo(LONG - 1);
  }

  @Test
  void whatDecisionsAskOfTheLogDoesNotMeetASnapshotEither() {
    String code = "HGI.S" + serial;
    commands.give(
        new RegisterAgency(
            code,
            "Cũ",
            AgencyKind.UNIT,
            AgencyLevel.PROVINCE,
            "HGI",
            LocalDate.of(2020, 1, 1),
            null,
            null),
        ADMIN);
    for (int i = 0; i < LONG; i++) {
      commands.give(
          new RenameAgency(code, "Tên " + i, LocalDate.of(2021, 1, 1).plusDays(i), "NQ " + i),
          ADMIN);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql("select count(*) from store.snapshot where aggregate_id = ?")
                    .param(code)
                    .query(Long.class)
                    .single()
                == 1);
    assertThat(Objects.requireNonNull(agencies.agency(code)).changes()).hasSize(LONG);
  }

  @Test
  void noStepFailsWithItsSnapshot() {
    jdbc.sql(
            """
            create sequence public.refused;
            create function public.refuse_snapshot() returns trigger language plpgsql as $$
            begin
              perform nextval('public.refused');
              raise exception 'no snapshot';
            end $$;
            create trigger refuse before insert on store.snapshot
              for each row execute function public.refuse_snapshot();
            """)
        .update();
    try {
      reportALot();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> jdbc.sql("select is_called from public.refused").query(Boolean.class).single());
      recent.removeAll();
      assertThat(report(99).events()).containsExactly("progress-reported");
    } finally {
      jdbc.sql(
              """
              drop trigger refuse on store.snapshot;
              drop function public.refuse_snapshot();
              drop sequence public.refused;
              """)
          .update();
    }
  }
}
