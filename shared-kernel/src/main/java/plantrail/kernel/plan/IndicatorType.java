package plantrail.kernel.plan;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What the values of an indicator are, each with the text that stores one. */
public enum IndicatorType {
  /** A whole number: {@code 1200}. */
  INTEGER("-?\\d{1,18}", true),
  /** A number: {@code 12.5}. */
  DECIMAL("-?\\d{1,18}(\\.\\d{1,6})?", true),
  /** Per cent: {@code 98.5}; more than a hundred is possible. */
  PERCENTAGE("-?\\d{1,18}(\\.\\d{1,6})?", true),
  /** Money in whole đồng: {@code 150000000}. */
  MONEY("-?\\d{1,18}", true),
  TEXT("(?s).*\\S.*", false),
  /** {@code true} or {@code false}. */
  YES_NO("true|false", false);

  private final Pattern pattern;
  private final boolean number;

  IndicatorType(String pattern, boolean number) {
    this.pattern = Pattern.compile(pattern);
    this.number = number;
  }

  /** Whether that text is a value of this type. */
  public boolean accepts(String value) {
    return pattern.matcher(value).matches();
  }

  /** The one text of that value: of a number without needless zeros, of all else as it is. */
  public String plain(String value) {
    return number && accepts(value) ? plain(new BigDecimal(value)) : value;
  }

  /** That number without needless zeros. */
  public static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /**
   * How its values can become one. Amounts add up; shares of different wholes do not, but have a
   * mean; of what is no number the latest is told, or how many there are.
   */
  public Set<Gathering> gatherings() {
    return switch (this) {
      case INTEGER, DECIMAL, MONEY -> EnumSet.allOf(Gathering.class);
      case PERCENTAGE -> EnumSet.complementOf(EnumSet.of(Gathering.SUM));
      case TEXT, YES_NO -> EnumSet.of(Gathering.LATEST, Gathering.COUNT, Gathering.NONE);
    };
  }

  /** Whether one can reckon with its values. */
  public boolean number() {
    return number;
  }

  /** Whether its values have no part behind the point. */
  public boolean whole() {
    return this == INTEGER || this == MONEY;
  }
}
