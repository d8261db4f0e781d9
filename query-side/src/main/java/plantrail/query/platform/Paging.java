package plantrail.query.platform;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;

/**
 * Which part of a list, in which order.
 *
 * @param page number of the page, from 0; null for the first
 * @param size rows on a page, 1 to 500; null for 50
 * @param sort name of a field, with a minus before it for the reverse; null for the list's own
 * @param q text to search for, without regard to diacritics and case; null for all
 */
public record Paging(
    @Nullable Integer page, @Nullable Integer size, @Nullable String sort, @Nullable String q) {
  public static final int LARGEST = 500;
  public static final Paging FIRST = new Paging(null, null, null, null);

  private static final int USUAL = 50;
  private static final int LAST_PAGE = 1_000_000;

  public int number() {
    return page == null ? 0 : page;
  }

  public int limit() {
    return size == null ? USUAL : size;
  }

  /**
   * The order by clause, with the key last so that pages never overlap.
   *
   * @param sortable SQL of the fields that one can sort by
   * @param usual the sort of those who ask for none
   * @throws Refusal INVALID_ARGUMENT for a page, size or sort that cannot be
   */
  String orderBy(Map<String, String> sortable, String usual, String key) {
    if (number() < 0 || number() > LAST_PAGE) {
      throw refuse("page", "query.page", number(), LAST_PAGE);
    }
    if (limit() < 1 || limit() > LARGEST) {
      throw refuse("size", "query.size", limit(), LARGEST);
    }
    String asked = sort == null || sort.isBlank() ? usual : sort;
    boolean reverse = asked.startsWith("-");
    String column = sortable.get(reverse ? asked.substring(1) : asked);
    if (column == null) {
      throw refuse(
          "sort", "query.sort", asked, sortable.keySet().stream().sorted().collect(joining(", ")));
    }
    return " order by %s%s nulls last, %s".formatted(column, reverse ? " desc" : "", key);
  }

  private static Refusal refuse(String field, String message, Object value, Object expected) {
    return Refusal.invalid(
        List.of(FieldError.of(field, message, String.valueOf(value), String.valueOf(expected))));
  }
}
