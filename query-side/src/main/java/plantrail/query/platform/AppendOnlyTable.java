package plantrail.query.platform;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table whose rows never change: its past is what was there up to a position. A row that is there
 * already, by the table's key, stays as it is, so that writing the same events twice changes
 * nothing.
 *
 * @param <R> the row
 */
public final class AppendOnlyTable<R extends Record> {
  private final JdbcTemplate jdbc;
  private final String table;
  private final Columns<R> columns;
  private final String insert;

  public AppendOnlyTable(JdbcTemplate jdbc, String name, Class<R> row) {
    this.jdbc = jdbc;
    this.table = "view." + name;
    this.columns = Columns.of(row);
    this.insert =
        "insert into %s (%s) select * from unnest(%s) on conflict do nothing"
            .formatted(
                table,
                String.join(", ", columns.names()),
                columns.types().stream()
                    .map(type -> "cast(? as text[])::" + type + "[]")
                    .collect(joining(", ")));
  }

  /** Adds those rows that are not there yet. */
  public void append(List<R> rows) {
    if (!rows.isEmpty()) {
      Columns.execute(
          jdbc,
          insert,
          IntStream.range(0, columns.names().size())
              .mapToObj(column -> columns.values(column, rows))
              .toList());
    }
  }

  /** Removes all rows. */
  public void clear() {
    jdbc.execute("truncate " + table);
  }
}
