package plantrail.query.platform;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws one page of a list. */
@Component
public class Listing {
  /** Up to here rows are counted where nothing narrows a list down. */
  public static final int COUNTED = 10_000;

  private final JdbcClient jdbc;

  public Listing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How a list may be sorted.
   *
   * @param fields SQL of the fields that one can sort by
   * @param usual the sort of those who ask for none
   * @param key SQL of the unique key
   */
  public record Order(Map<String, String> fields, String usual, String key) {}

  /**
   * A page's rows.
   *
   * @param total how many rows there are in all, or {@link #COUNTED}
   * @param capped whether there are more than that
   */
  public record Found<T>(List<T> items, long total, boolean capped) {}

  /**
   * @param columns what is selected
   * @param rows from and where
   * @param narrow a plan, agency or the like that the list is narrowed down to; null for none
   */
  public <T> Found<T> find(
      String columns,
      Sql rows,
      Order order,
      Paging paging,
      @Nullable Object narrow,
      RowMapper<T> mapper) {
    String orderBy = paging.orderBy(order.fields(), order.usual(), order.key());
    List<T> items =
        rows.around("select " + columns, orderBy + " limit :limit offset :offset")
            .with("limit", paging.limit())
            .with("offset", (long) paging.number() * paging.limit())
            .list(jdbc, mapper);
    boolean lastOfFew = items.size() < paging.limit() && (!items.isEmpty() || paging.number() == 0);
    if (lastOfFew) {
      return new Found<>(items, (long) paging.number() * paging.limit() + items.size(), false);
    }
    String cap = narrow == null ? " limit " + (COUNTED + 1) : "";
    long total =
        rows.around("select count(*) from (select 1", cap + ") counted")
            .list(jdbc, (row, number) -> row.getLong(1))
            .getFirst();
    return narrow == null && total > COUNTED
        ? new Found<>(items, COUNTED, true)
        : new Found<>(items, total, false);
  }
}
