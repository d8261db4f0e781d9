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
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.task.TaskAssigned;
import plantrail.query.platform.Recorded;

/** Writes the history. */
final class HistoryLog {
  private static final String INSERT =
      """
      insert into view.history_entry (
        position, subject, sequence, name, revision, plan, agency, recorded_at, happened_on, actor,
        actor_name, acting_agency, role, reason, backdating_reason, correlation, causation, sample, payload)
      select * from unnest(
        cast(? as text[])::int8[], cast(? as text[]), cast(? as text[])::int8[],
        cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
        cast(? as text[])::timestamptz[], cast(? as text[])::date[], cast(? as text[]),
        cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
        cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[])::bool[], cast(? as text[])::json[])
      on conflict (position) do nothing
      """;

  /**
   * What a subject is about.
   *
   * @param plan identifier of the plan that it belongs to; null if to none
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
    Map<String, Matter> matters = matters(events);
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
            column(events, each -> matter(matters, each).plan()),
            column(events, each -> matter(matters, each).agency()),
            column(events, each -> each.recordedAt().toString()),
            column(events, each -> happenedOn(each)),
            column(events, each -> each.metadata(MetadataKeys.ACTOR)),
            column(events, each -> each.metadata(MetadataKeys.ACTOR_NAME)),
            column(events, each -> each.metadata(MetadataKeys.AGENCY)),
            column(events, each -> each.metadata(MetadataKeys.ROLE)),
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

  private static Matter matter(Map<String, Matter> matters, Recorded recorded) {
    return matters.getOrDefault(recorded.event().subject(), new Matter(null, null));
  }

  /** Only the first event of a subject says what it is about; the later ones go by it. */
  private Map<String, Matter> matters(List<Recorded> events) {
    Map<String, Matter> matters = new HashMap<>();
    String[] begunBefore =
        events.stream()
            .filter(each -> each.sequence() > 0)
            .map(each -> each.event().subject())
            .distinct()
            .toArray(String[]::new);
    jdbc.query(
        "select subject, plan, agency from view.history_entry"
            + " where subject = any(?) and sequence = 0",
        row -> {
          matters.put(
              row.getString("subject"), new Matter(row.getString("plan"), row.getString("agency")));
        },
        (Object) begunBefore);
    for (Recorded recorded : events) {
      Matter begun = begun(recorded.event());
      if (begun != null) {
        matters.put(recorded.event().subject(), begun);
      }
    }
    return matters;
  }

  private static @Nullable Matter begun(DomainEvent event) {
    return switch (event) {
      case AgencyRegistered e -> new Matter(null, e.code());
      case PlanIssued e -> new Matter(e.planId(), e.issuer());
      case TaskAssigned e -> new Matter(e.planId(), e.agency());
      case ReportOpened e -> new Matter(e.planId(), e.agency());
      case InspectionRecorded e -> new Matter(e.planId(), e.unit());
      default -> null;
    };
  }

  void clear() {
    jdbc.execute("truncate view.history_entry");
  }
}
