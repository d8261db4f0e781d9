package plantrail.query.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;

/** A statement under construction: text of ours, values of others as parameters. */
public final class Sql {
  private static final int MOST_WORDS = 8;

  private final StringBuilder text = new StringBuilder();
  private final Map<String, Object> parameters = new HashMap<>();

  /** Begins a statement about that moment, for a reader of that scope. */
  public static Sql about(Moment moment, Scope scope) {
    Sql sql = new Sql();
    sql.parameters.put("position", moment.position());
    sql.parameters.put("today", moment.today());
    sql.parameters.put("person", scope.person());
    sql.parameters.put("own", scope.own());
    sql.parameters.put("within", scope.within());
    sql.parameters.put("mine", scope.mine().toArray(String[]::new));
    sql.parameters.put("line", scope.line().toArray(String[]::new));
    return sql;
  }

  /** Adds text of ours. */
  public Sql add(String more) {
    text.append(more).append('\n');
    return this;
  }

  /** Adds a condition. */
  public Sql and(String condition) {
    return add(" and (" + condition + ")");
  }

  /** Adds a condition on a value if there is one. */
  public Sql and(@Nullable Object value, String name, String condition) {
    if (value != null && !"".equals(value)) {
      and(condition).with(name, value);
    }
    return this;
  }

  /**
   * Adds that each word of a search is found.
   *
   * @param condition the condition on one word, which is named {@code :word}: a pattern for like
   */
  public Sql search(@Nullable String q, String condition) {
    if (q == null || q.isBlank()) {
      return this;
    }
    String[] words = q.strip().split("\\s+", MOST_WORDS);
    for (int i = 0; i < words.length; i++) {
      String escaped = words[i].replaceAll("([\\\\%_])", "\\\\$1");
      and(condition.replace(":word", "'%' || view.fold(:word" + i + ") || '%'"))
          .with("word" + i, escaped);
    }
    return this;
  }

  /** Gives a parameter its value. */
  public Sql with(String name, Object value) {
    boolean unstorable =
        switch (value) {
          case String one -> one.indexOf('\0') >= 0;
          case String[] several -> Stream.of(several).anyMatch(each -> each.indexOf('\0') >= 0);
          default -> false;
        };
    if (unstorable) {
      throw Refusal.invalid(
          List.of(FieldError.of(name.startsWith("word") ? "q" : name, "query.text")));
    }
    parameters.put(name, value instanceof Enum<?> constant ? constant.name() : value);
    return this;
  }

  /** A statement with the same parameters and another text. */
  Sql around(String before, String after) {
    Sql sql = new Sql();
    sql.parameters.putAll(parameters);
    return sql.add(before).add(text.toString()).add(after);
  }

  public <T> List<T> list(JdbcClient jdbc, RowMapper<T> mapper) {
    return jdbc.sql(text.toString()).params(parameters).query(mapper).list();
  }
}
