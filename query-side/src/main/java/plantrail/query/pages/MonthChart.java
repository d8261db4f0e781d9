package plantrail.query.pages;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plantrail.kernel.calendar.Timeliness;
import plantrail.query.overview.Overview;

/**
 * Duties by the month in which they fall due, as stacked bars: a drawing of {@link #WIDTH} by
 * {@link #HEIGHT} units that needs no script.
 *
 * @param bars one a month, in order
 * @param top the number at the top of the scale
 */
public record MonthChart(List<Bar> bars, long top) {
  public static final int WIDTH = 960;
  public static final int HEIGHT = 240;

  private static final int LEFT = 44;
  private static final int BOTTOM = 26;
  private static final int HEAD = 12;
  private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MM/yy");

  /** Bottom to top: what is done first, what is overdue on top. */
  private static final List<Timeliness> ORDER =
      List.of(
          Timeliness.DONE_ON_TIME,
          Timeliness.DONE_LATE,
          Timeliness.DONE_UNDATED,
          Timeliness.OPEN_IN_TIME,
          Timeliness.OPEN_AWAITED,
          Timeliness.OPEN_OVERDUE);

  /** The classes as they are stacked, from bottom to top. */
  public List<Timeliness> order() {
    return ORDER;
  }

  /** One month. */
  public record Bar(
      String month, String label, double x, double width, long total, List<Piece> pieces) {
    /** Where the label stands. */
    public double middle() {
      return x + width / 2;
    }
  }

  /** One class within a month. */
  public record Piece(Timeliness timeliness, long number, double y, double height) {}

  /** The months that led to this one; where nothing fell due in them, to the last one of all. */
  static MonthChart ledTo(YearMonth now, int length, List<Overview.MonthFigures> figures) {
    YearMonth last =
        figures.stream()
            .map(Overview.MonthFigures::month)
            .filter(month -> !month.isAfter(now))
            .max(Comparator.naturalOrder())
            .filter(month -> month.plusMonths(length).isBefore(now.plusMonths(1)))
            .orElse(now);
    return upTo(last, length, figures);
  }

  /**
   * The months up to that one without a gap; one without duties has an empty bar.
   *
   * @param length how many months
   */
  static MonthChart upTo(YearMonth last, int length, List<Overview.MonthFigures> figures) {
    Map<YearMonth, Map<Timeliness, Long>> numbers = new TreeMap<>();
    for (int before = 0; before < length; before++) {
      numbers.put(last.minusMonths(before), new TreeMap<>());
    }
    for (Overview.MonthFigures month : figures) {
      Map<Timeliness, Long> sum = numbers.get(month.month());
      if (sum != null) {
        month.tasks().forEach((class_, number) -> sum.merge(class_, number, Long::sum));
        month.reports().forEach((class_, number) -> sum.merge(class_, number, Long::sum));
      }
    }
    long most = numbers.values().stream().mapToLong(MonthChart::sum).max().orElse(0);
    long top = Math.max(4, ceiling(most));
    double step = (double) (WIDTH - LEFT) / numbers.size();
    List<Bar> bars = new ArrayList<>();
    for (var month : numbers.entrySet()) {
      double x = LEFT + bars.size() * step + step * 0.15;
      bars.add(
          new Bar(
              month.getKey().toString(),
              LABEL.format(month.getKey()),
              x,
              step * 0.7,
              sum(month.getValue()),
              pieces(month.getValue(), top)));
    }
    return new MonthChart(bars, top);
  }

  private static List<Piece> pieces(Map<Timeliness, Long> numbers, long top) {
    List<Piece> pieces = new ArrayList<>();
    double y = HEIGHT - BOTTOM;
    for (Timeliness timeliness : ORDER) {
      long number = numbers.getOrDefault(timeliness, 0L);
      if (number > 0) {
        double height = (double) (HEIGHT - BOTTOM - HEAD) * number / top;
        y -= height;
        pieces.add(new Piece(timeliness, number, y, height));
      }
    }
    return pieces;
  }

  private static long sum(Map<Timeliness, Long> numbers) {
    return ORDER.stream().mapToLong(each -> numbers.getOrDefault(each, 0L)).sum();
  }

  /** A round number not below that one. */
  private static long ceiling(long number) {
    long step = 1;
    while (step * 10 < number) {
      step *= 10;
    }
    return (number + step - 1) / step * step;
  }

  /** The scale's lines: the number and its height on the drawing. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= 4; i++) {
      lines.add(
          new Line(
              Math.round(top * i / 4.0), HEIGHT - BOTTOM - (HEIGHT - BOTTOM - HEAD) * i / 4.0));
    }
    return lines;
  }

  /** One line of the scale. */
  public record Line(long number, double y) {}
}
