package plantrail.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.platform.Commands;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Item;
import plantrail.kernel.task.TaskId;

/** A province with a plan, under which tasks are assigned by hand; communes as asked for. */
final class Nation {
  /** Code of the province. */
  static final String PROVINCE = "P";

  /** Who acts for the province. */
  static final Actor OFFICIAL = new Actor("p", "Benchmark", PROVINCE, Role.OFFICIAL);

  private static final Actor ADMIN = new Actor("admin", "Benchmark", null, Role.ADMIN);
  private static final LocalDate BEGIN = LocalDate.of(2020, 1, 1);

  private final Commands commands;
  private final DataSource dataSource;
  private final AtomicInteger serial = new AtomicInteger();
  private final String planId;

  Nation(ApplicationContext application) {
    commands = application.getBean(Commands.class);
    dataSource = application.getBean(DataSource.class);
    register(PROVINCE, AgencyLevel.PROVINCE, null);
    Assignees itself = new Assignees(List.of(PROVINCE), List.of(), List.of());
    planId =
        issue(
            "1",
            List.of(new Item("I", "Benchmark")),
            List.of(
                new AssignmentRule(
                    "A", "I", "Benchmark", itself, List.of(DutyRole.EXECUTE), null, null, null)));
  }

  Commands commands() {
    return commands;
  }

  DataSource dataSource() {
    return dataSource;
  }

  private void register(String code, AgencyLevel level, @Nullable String superior) {
    commands.give(
        new RegisterAgency(
            code, "UBND", AgencyKind.PEOPLES_COMMITTEE, level, superior, BEGIN, null, null),
        ADMIN);
  }

  /** Registers so many communes below the province. */
  void registerCommunes(int number) {
    for (int i = 0; i < number; i++) {
      register("%s.%05d".formatted(PROVINCE, i), AgencyLevel.COMMUNE, PROVINCE);
    }
  }

  /** Issues a plan; gives its identifier. */
  String issue(String number, List<Item> items, List<AssignmentRule> assignments) {
    return commands
        .give(
            new IssuePlan(
                "KH",
                number,
                "KH-UBND",
                LocalDate.now(LocalTime.ZONE),
                PROVINCE,
                "Benchmark",
                null,
                null,
                null,
                null,
                null,
                null,
                items,
                assignments,
                List.of(),
                List.of(),
                List.of(),
                List.of()),
            OFFICIAL)
        .id();
  }

  /** Charges the province itself with one more task. */
  TaskId assignTask() {
    return new TaskId(
        commands
            .give(
                new AssignTask(
                    planId,
                    "T" + serial.incrementAndGet(),
                    null,
                    "Benchmark",
                    PROVINCE,
                    List.of(DutyRole.EXECUTE),
                    null,
                    null,
                    null),
                OFFICIAL)
            .id());
  }

  /** Waits until every event is numbered and every automation has met it. */
  void awaitReaders() throws InterruptedException {
    while (!JdbcClient.create(dataSource)
        .sql(
            """
            select (select count(*) from store.event) = (select max(position) from store.event_number)
               and (select min((token::json->>'globalIndex')::bigint) from store.token
                     where token is not null)
                   = (select max(position) from store.event_number)
            """)
        .query(Boolean.class)
        .single()) {
      Thread.sleep(100);
    }
  }

  /** How many events are on record. */
  long recorded() {
    return JdbcClient.create(dataSource)
        .sql("select count(*) from store.event")
        .query(Long.class)
        .single();
  }

  /** Whether all readers have met so many events. */
  boolean readersHaveMet(long events) {
    return JdbcClient.create(dataSource)
        .sql(
            """
            select min((token::json->>'globalIndex')::bigint) >= ? from store.token
             where token is not null
            """)
        .param(events)
        .query(Boolean.class)
        .single();
  }
}
