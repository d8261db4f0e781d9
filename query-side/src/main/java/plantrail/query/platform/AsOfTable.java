package plantrail.query.platform;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import plantrail.kernel.DomainEvent;

/**
 * A table of rows that keep their past: {@code view.<name>} holds the present ones, {@code
 * view.<name>_history} the closed versions, each with the position from which and up to which it
 * held. A row belongs to one subject and is what the subject's events come to. Writing the same
 * events twice changes nothing.
 *
 * @param <R> the row without its position; its first component is the subject's identifier
 */
public final class AsOfTable<R extends Record> {

  private record Version<R>(R row, long from) {}

  private final JdbcTemplate jdbc;
  private final String table;
  private final String key;
  private final Columns<R> columns;
  private final String select;
  private final String insert;
  private final String update;

  public AsOfTable(JdbcTemplate jdbc, String name, Class<R> row) {
    this.jdbc = jdbc;
    this.table = "view." + name;
    this.columns = Columns.of(row);
    this.key = columns.names().getFirst();
    String all = String.join(", ", columns.names()) + ", from_position";
    String parameters =
        Stream.concat(columns.types().stream(), Stream.of("int8"))
            .map(type -> "cast(? as text[])::" + type + "[]")
            .collect(joining(", "));
    this.select = "select %s from %s where %s = any(?)".formatted(all, table, key);
    this.insert =
        "insert into %s (%s) select * from unnest(%s) on conflict (%s) do nothing"
            .formatted(table, all, parameters, key);
    this.update =
        """
        with closed as (
          update %1$s as t set (%2$s) = row(%3$s)
            from unnest(%4$s) as e(%2$s)
           where t.%5$s = e.%5$s and t.from_position < e.from_position
          returning old.*, new.from_position as upto_position)
        insert into %1$s_history select * from closed on conflict do nothing
        """
            .formatted(
                table,
                all,
                Stream.of(all.split(", ")).map(column -> "e." + column).collect(joining(", ")),
                parameters,
                key);
  }

  /**
   * Writes what those of the events that are of that kind make of the rows, with each version
   * between.
   *
   * @param step the row after an event, given the one before it, which is null at the beginning
   */
  public <E extends DomainEvent> void write(
      List<Recorded> events, Class<E> kind, BiFunction<@Nullable R, E, R> step) {
    List<Recorded> relevant =
        events.stream().filter(each -> kind.isInstance(each.event())).toList();
    if (relevant.isEmpty()) {
      return;
    }
    Map<String, Version<R>> current =
        load(relevant.stream().map(each -> each.event().subject()).distinct().toList());
    List<Version<R>> created = new ArrayList<>();
    // An update takes one matching row, so the k-th change of a row goes into the k-th statement.
    List<List<Version<R>>> changed = new ArrayList<>();
    Map<String, Integer> changes = new HashMap<>();
    for (Recorded recorded : relevant) {
      E event = kind.cast(recorded.event());
      Version<R> before = current.get(event.subject());
      if (before != null && before.from() >= recorded.position()) {
        continue;
      }
      Version<R> after =
          new Version<>(
              step.apply(before == null ? null : before.row(), event), recorded.position());
      current.put(event.subject(), after);
      if (before == null) {
        created.add(after);
      } else {
        int nth = changes.merge(event.subject(), 1, Integer::sum);
        if (changed.size() < nth) {
          changed.add(new ArrayList<>());
        }
        changed.get(nth - 1).add(after);
      }
    }
    run(insert, created);
    changed.forEach(each -> run(update, each));
  }

  private Map<String, Version<R>> load(List<String> keys) {
    Map<String, Version<R>> rows = new LinkedHashMap<>();
    jdbc.query(
        select,
        row -> {
          rows.put(
              row.getString(key), new Version<>(columns.read(row), row.getLong("from_position")));
        },
        (Object) keys.toArray(String[]::new));
    return rows;
  }

  private void run(String sql, List<Version<R>> versions) {
    if (versions.isEmpty()) {
      return;
    }
    List<R> rows = versions.stream().map(Version::row).toList();
    List<@Nullable String[]> values =
        new ArrayList<>(
            IntStream.range(0, columns.names().size())
                .mapToObj(column -> columns.values(column, rows))
                .toList());
    values.add(versions.stream().map(each -> Long.toString(each.from())).toArray(String[]::new));
    Columns.execute(jdbc, sql, values);
  }

  /** Removes all rows and their past. */
  public void clear() {
    jdbc.execute("truncate %1$s, %1$s_history".formatted(table));
  }
}
