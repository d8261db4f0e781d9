package plantrail.query.history;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.agency.Succession;
import plantrail.kernel.budget.BudgetAllocated;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskReassigned;
import plantrail.query.platform.Recorded;

/** Writes the history. */
final class HistoryLog {
  private static final String INSERT =
      """
      insert into view.history_entry (
        position, subject, sequence, name, revision, plan, agency, recorded_at, happened_on, actor,
        actor_name, acting_agency, role, mandate, mandator_name, reason, backdating_reason, correlation, causation, sample, payload)
      select * from unnest(
        cast(? as text[])::int8[], cast(? as text[]), cast(? as text[])::int8[],
        cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
        cast(? as text[])::timestamptz[], cast(? as text[])::date[], cast(? as text[]),
        cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
        cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
        cast(? as text[]), cast(? as text[])::bool[], cast(? as text[])::json[])
      on conflict (position) do nothing
      """;

  /**
   * What a subject is about.
   *
   * @param plan identifier of the plan that it belongs to, or of its draft; null if to none
   * @param agency code of the agency that it is about
   */
  private record Matter(@Nullable String plan, @Nullable String agency) {}

  private final JdbcTemplate jdbc;
  private final Serializer serializer;

  HistoryLog(JdbcTemplate jdbc, Serializer serializer) {
    this.jdbc = jdbc;
    this.serializer = serializer;
  }

  void append(List<Recorded> events) {
    List<Matter> matters = matters(events);
    List<SerializedObject<String>> payloads =
        events.stream()
            .map(each -> each.message().serializePayload(serializer, String.class))
            .toList();
    List<@Nullable String[]> columns =
        List.of(
            column(events, each -> Long.toString(each.position())),
            column(events, each -> each.event().subject()),
            column(events, each -> Long.toString(each.sequence())),
            payloads.stream().map(each -> each.getType().getName()).toArray(String[]::new),
            payloads.stream().map(each -> each.getType().getRevision()).toArray(String[]::new),
            matters.stream().map(Matter::plan).toArray(String[]::new),
            matters.stream().map(Matter::agency).toArray(String[]::new),
            column(events, each -> each.recordedAt().toString()),
            column(events, each -> happenedOn(each)),
            column(events, each -> each.metadata(MetadataKeys.ACTOR)),
            column(events, each -> each.metadata(MetadataKeys.ACTOR_NAME)),
            column(events, each -> each.metadata(MetadataKeys.AGENCY)),
            column(events, each -> each.metadata(MetadataKeys.ROLE)),
            column(events, each -> each.metadata(MetadataKeys.MANDATE)),
            column(events, each -> each.metadata(MetadataKeys.MANDATOR_NAME)),
            column(events, each -> each.event().reason()),
            column(events, each -> each.metadata(MetadataKeys.BACKDATING_REASON)),
            column(events, each -> each.metadata(MetadataKeys.CORRELATION)),
            column(events, each -> each.metadata(MetadataKeys.CAUSATION)),
            column(
                events,
                each -> Boolean.toString("true".equals(each.metadata(MetadataKeys.SAMPLE)))),
            payloads.stream().map(SerializedObject::getData).toArray(String[]::new));
    jdbc.execute(INSERT, (PreparedStatement statement) -> insert(statement, columns));
  }

  private static int insert(PreparedStatement statement, List<@Nullable String[]> columns)
      throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      statement.setArray(i + 1, statement.getConnection().createArrayOf("text", columns.get(i)));
    }
    return statement.executeUpdate();
  }

  private static @Nullable String[] column(
      List<Recorded> events, Function<Recorded, @Nullable String> value) {
    return events.stream().map(value).toArray(String[]::new);
  }

  private static @Nullable String happenedOn(Recorded recorded) {
    LocalDate stated = recorded.event().happenedOn();
    return stated != null ? stated.toString() : recorded.metadata(MetadataKeys.HAPPENED_ON);
  }

  /** What each event is about: what the one before it was, unless it says otherwise itself. */
  private List<Matter> matters(List<Recorded> events) {
    Map<String, Matter> last = new HashMap<>();
    String[] begunBefore =
        events.stream()
            .filter(each -> each.sequence() > 0)
            .map(each -> each.event().subject())
            .distinct()
            .toArray(String[]::new);
    jdbc.query(
        """
        select h.subject, h.plan, h.agency
          from unnest(?) as s(subject), lateral (
               select * from view.history_entry e
                where e.subject = s.subject order by e.sequence desc limit 1) h
        """,
        row -> {
          last.put(
              row.getString("subject"), new Matter(row.getString("plan"), row.getString("agency")));
        },
        (Object) begunBefore);
    return events.stream()
        .map(each ->
            last.compute(
                each.event().subject(),
                (subject, before) ->
                    after(before == null ? new Matter(null, null) : before, each.event())))
        .toList();
  }

  private static Matter after(Matter before, DomainEvent event) {
    return switch (event) {
      case AgencyRegistered e -> new Matter(null, e.code());
      case PlanDrafted e -> new Matter(e.draftId(), e.content().issuer());
      case PlanIssued e -> new Matter(e.planId(), e.issuer());
      case TaskAssigned e -> new Matter(e.planId(), e.agency());
      case TaskReassigned e -> new Matter(before.plan(), e.successor());
      case Succession e when e.predecessor().equals(before.agency()) ->
          new Matter(before.plan(), e.successor());
      case ReportOpened e -> new Matter(e.planId(), e.agency());
      case ReportsConsolidated e -> new Matter(e.planId(), e.channel());
      case MandateGranted e -> new Matter(e.planId(), e.agency());
      case InspectionPlanned e -> new Matter(e.planId(), e.unit());
      case InspectionRecorded e -> new Matter(e.planId(), e.unit());
      case BudgetAllocated e -> new Matter(e.planId(), e.agency());
      case TargetSet e -> new Matter(e.planId(), e.issuer());
      case ModelRegistered e -> new Matter(e.planId(), e.agency());
      case ObstacleRaised e -> new Matter(e.planId(), e.agency());
      default -> before;
    };
  }

  void clear() {
    jdbc.execute("truncate view.history_entry");
  }
}
