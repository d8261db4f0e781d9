package plantrail.query.history;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.kernel.attachment.Attachment;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Columns;
import plantrail.query.platform.Listing;
import plantrail.query.platform.Moment;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.platform.Sql;

/** Reads the history. */
@Component
public class HistoryTable {
  private static final Columns<HistoryEntry> ENTRY = Columns.of(HistoryEntry.class);
  private static final String COLUMNS =
      """
      h.position, h.subject, h.sequence, h.name, h.revision, h.plan, h.recorded_at, h.happened_on,
      h.actor, h.actor_name, h.acting_agency as agency, a.name as agency_name, h.role, h.mandate, h.mandator_name,
      h.reason, h.backdating_reason,
      h.correlation, h.causation, h.sample, h.payload
      """;
  private static final Listing.Order ORDER =
      new Listing.Order(Map.of("position", "h.position"), "position", "h.position");

  /** At most so many at once; the rest follows. */
  static final int NEWS_AT_ONCE = 200;

  private static final Columns<SubjectName> NAME = Columns.of(SubjectName.class);
  private static final Columns<News> NEWS = Columns.of(News.class);
  private static final Duration HEAD_KEPT = Duration.ofMillis(500);

  private final AtomicReference<@Nullable Head> head = new AtomicReference<>();
  private final JdbcClient jdbc;
  private final Listing listing;
  private final Scopes scopes;

  public HistoryTable(JdbcClient jdbc, Listing listing, Scopes scopes) {
    this.jdbc = jdbc;
    this.listing = listing;
    this.scopes = scopes;
  }

  private static Sql entries(Sql sql, Moment moment) {
    return sql.add("from view.history_entry h")
        .add(moment.join("agency", "a", "a.code = h.acting_agency"))
        .add(moment.join("agency", "u", "u.code = h.agency"))
        .add("where " + (moment.past() ? "h.position <= :position" : "true"));
  }

  Listing.Found<HistoryEntry> find(
      FindHistory.Filter filter, Paging paging, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    Sql sql =
        entries(Sql.about(moment, scope), moment)
            .and(scope.history("h", moment))
            .and(filter.subject(), "subject", "h.subject = :subject")
            .and(filter.plan(), "plan", "h.plan = :plan")
            .and(filter.since(), "since", "h.position > :since")
            .and(filter.name(), "name", "h.name = :name")
            .and(filter.actor(), "actor", "h.actor = :actor")
            .and(filter.agency(), "agency", "h.acting_agency = :agency")
            .search(
                paging.q(),
                """
                view.fold(concat_ws(' ', h.actor_name, a.name, u.name, h.payload)) like :word
                """);
    Object narrow = filter.subject() != null ? filter.subject() : filter.plan();
    return listing.find(COLUMNS, sql, ORDER, paging, narrow, (row, number) -> ENTRY.read(row));
  }

  /** The events of a subject that the reader is known to be allowed to see, the first one first. */
  public List<HistoryEntry> timeline(String subject, Moment moment) {
    return entries(Sql.about(moment, Scope.EVERYTHING).add("select " + COLUMNS), moment)
        .and("h.subject = :subject")
        .with("subject", subject)
        .add("order by h.position")
        .list(jdbc, (row, number) -> ENTRY.read(row));
  }

  /** What those subjects are called. */
  List<SubjectName> names(Collection<String> ids, Moment moment) {
    return Sql.about(moment, Scope.EVERYTHING)
        .add("select s.*, a.name as agency_name from (")
        .add(named("task", "'TASK', t.title, cast(null as text), t.agency, t.plan", moment))
        .add("union all")
        .add(named("report", "'REPORT', t.title, t.period, t.agency, t.plan", moment))
        .add("union all")
        .add(named("plan", "'PLAN', t.document, null, null, t.id", moment))
        .add("union all")
        .add(named("draft", "'DRAFT', coalesce(t.title, t.key), null, t.issuer, null", moment))
        .add("union all")
        .add(named("inspection", "'INSPECTION', t.document, null, t.unit, t.plan", moment))
        .add("union all")
        .add(named("obstacle", "'OBSTACLE', t.title, null, t.agency, t.plan", moment))
        .add("union all")
        .add(
            named("consolidation", "'CONSOLIDATION', t.title, t.period, t.channel, t.plan", moment))
        .add("union all")
        .add(named("target", "'TARGET', t.indicator, null, null, t.plan", moment))
        .add("union all")
        .add(named("budget", "'BUDGET', t.source, null, t.agency, t.plan", moment))
        .add("union all")
        .add(named("model", "'MODEL', t.title, null, t.agency, t.plan", moment))
        .add("union all select g.code, 'AGENCY', g.name, null, null, null")
        .add("from " + moment.rows("agency", "g"))
        .add("where " + moment.holds("g") + " and g.code = any(:ids)")
        .add(") s(id, kind, title, period, agency, plan)")
        .add(moment.join("agency", "a", "a.code = s.agency"))
        .with("ids", ids.toArray(String[]::new))
        .list(jdbc, (row, number) -> NAME.read(row));
  }

  /**
   * A row of a duty or a plan as an event left it.
   *
   * @param position of that event
   */
  private record Version(
      String id,
      String kind,
      long position,
      String state,
      @Nullable Integer percent,
      @Nullable LocalDate due,
      @Nullable String agency) {

    Stream<Change> since(Version before) {
      return Stream.of(
              change(Change.What.STATE, before.state, state),
              change(Change.What.PERCENT, before.percent, percent),
              change(Change.What.DUE, before.due, due),
              change(Change.What.AGENCY, before.agency, agency))
          .flatMap(Optional::stream);
    }

    private Optional<Change> change(
        Change.What what, @Nullable Object before, @Nullable Object after) {
      return Objects.equals(before, after)
          ? Optional.empty()
          : Optional.of(new Change(position, kind, what, text(before), text(after)));
    }

    private static @Nullable String text(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }

  private static final Columns<Version> VERSION = Columns.of(Version.class);

  /** What the events of those subjects changed: in what their row differs from the one before. */
  List<Change> changes(Collection<String> ids, Moment moment) {
    List<Version> versions =
        Sql.about(moment, Scope.EVERYTHING)
            .add(
                """
                select * from (
                  select id, 'task' as kind, from_position as position, progress as state, percent, due, agency
                    from view.task_version
                  union all
                  select id, 'report', from_position, state, null, due, agency from view.report_version
                  union all
                  select id, 'plan', from_position, status, null, null, null from view.plan_version) v
                 where v.id = any(:ids)
                """)
            .with("ids", ids.toArray(String[]::new))
            .add("order by v.id, v.position")
            .list(jdbc, (row, number) -> VERSION.read(row));
    return IntStream.range(1, versions.size())
        .filter(i -> versions.get(i).id().equals(versions.get(i - 1).id()))
        .boxed()
        .flatMap(i -> versions.get(i).since(versions.get(i - 1)))
        .toList();
  }

  private static String named(String table, String columns, Moment moment) {
    return "select t.id, %s from %s where %s and t.id = any(:ids)"
        .formatted(columns, moment.rows(table, "t"), moment.holds("t"));
  }

  private record Attached(Attachment attachment) {}

  private static final Columns<Attached> ATTACHED = Columns.of(Attached.class);

  /** The file of that hash as the subject's last event names it that the reader may read. */
  public Optional<Attachment> attachment(String subject, String hash, Actor reader, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return entries(
            Sql.about(moment, scope)
                .add(
                    """
                    select (select file
                              from jsonb_array_elements(cast(h.payload as jsonb) -> 'attachments') file
                             where file ->> 'hash' = :hash limit 1) as attachment
                    """),
            moment)
        .and(scope.history("h", moment))
        .and("h.subject = :subject")
        .and(
            """
            cast(h.payload as jsonb) -> 'attachments'
              @> jsonb_build_array(jsonb_build_object('hash', cast(:hash as text)))
            """)
        .with("subject", subject)
        .with("hash", hash)
        .add("order by h.position desc limit 1")
        .list(jdbc, (row, number) -> ATTACHED.read(row).attachment())
        .stream()
        .findFirst();
  }

  /** What the reader may hear of between two positions, the first one first. */
  List<News> news(Actor reader, long after, long upTo, Moment moment) {
    Scope scope = scopes.of(reader, moment);
    return Sql.about(moment, scope)
        .add("select h.position, h.subject, h.plan, h.name from view.history_entry h where true")
        .and(scope.history("h", moment))
        .and("h.position > :after and h.position <= :upTo")
        .with("after", after)
        .with("upTo", upTo)
        .add("order by h.position limit " + NEWS_AT_ONCE)
        .list(jdbc, (row, number) -> NEWS.read(row));
  }

  /**
   * The last position of the history, -1 while it is empty; asked at most twice a second, however
   * many listen.
   */
  long head() {
    Head last = head.get();
    long now = System.nanoTime();
    if (last != null && now - last.askedAt() < HEAD_KEPT.toNanos()) {
      return last.position();
    }
    long position =
        jdbc.sql("select coalesce(max(position), -1) from view.history_entry")
            .query(Long.class)
            .single();
    head.set(new Head(position, now));
    return position;
  }

  private record Head(long position, long askedAt) {}
}
