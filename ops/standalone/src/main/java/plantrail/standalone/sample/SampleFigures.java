package plantrail.standalone.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportOpened;

/** Figures that a report's form could well be answered with; the same report, the same figures. */
final class SampleFigures {
  private static final int MILLION = 1_000_000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private SampleFigures() {}

  /** Whether a report says that something was done, which its form asks outright. */
  static boolean isConfirmation(ReportOpened report) {
    return report.form().stream()
        .anyMatch(each -> each.required() && each.type() == IndicatorType.YES_NO);
  }

  static List<Figure> of(ReportOpened report) {
    Random random = new Random(report.reportId().hashCode());
    Map<String, Long> numbers = new HashMap<>();
    if (isConfirmation(report)) {
      long number = random.nextInt(25) == 0 ? 0 : 6L + random.nextInt(15);
      report.form().forEach(each -> numbers.put(each.id(), number));
    } else {
      report.form().forEach(each -> numbers.put(each.id(), 20L + random.nextInt(380)));
    }
    for (Indicator share : report.form()) {
      if (share.rollUp() == Gathering.RATIO_OF_SUMS) {
        long whole = numbers.getOrDefault(String.valueOf(share.denominator()), 1L);
        numbers.put(String.valueOf(share.numerator()), whole - random.nextInt((int) whole / 8 + 1));
      }
    }
    return report.form().stream()
        .filter(Indicator::required)
        .map(each -> new Figure(each.id(), value(each, numbers)))
        .toList();
  }

  private static String value(Indicator indicator, Map<String, Long> numbers) {
    long number = numbers.getOrDefault(indicator.id(), 0L);
    return switch (indicator.type()) {
      case INTEGER -> Long.toString(number);
      case DECIMAL -> BigDecimal.valueOf(number, 1).toPlainString();
      case MONEY -> Long.toString(number * MILLION);
      case PERCENTAGE -> percentage(indicator, numbers);
      case YES_NO -> Boolean.toString(number > 0);
      case TEXT -> indicator.name();
    };
  }

  private static String percentage(Indicator indicator, Map<String, Long> numbers) {
    long part = numbers.getOrDefault(String.valueOf(indicator.numerator()), 9L);
    long whole = numbers.getOrDefault(String.valueOf(indicator.denominator()), 10L);
    return BigDecimal.valueOf(part)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
