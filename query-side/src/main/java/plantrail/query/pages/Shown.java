package plantrail.query.pages;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.StatedFigure;
import plantrail.kernel.report.Figure;
import plantrail.platform.problem.Texts;
import plantrail.query.history.Change;
import plantrail.query.history.HistoryEntry;
import plantrail.query.history.SubjectName;
import plantrail.query.taskboard.Sharer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How things are written on the pages: days, moments, periods, numbers. */
public final class Shown {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private static final DecimalFormatSymbols DECIMAL = symbols();

  private final Texts texts;
  private final Locale locale;

  Shown(Texts texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
  }

  private static DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('\u00a0');
    symbols.setDecimalSeparator(',');
    return symbols;
  }

  /** The text of that key. */
  public String text(String key, Object... arguments) {
    return texts.of(locale, key, arguments);
  }

  public String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** The local day of a moment. */
  public String dayOf(Instant moment) {
    return day(LocalTime.dayOf(moment));
  }

  /** The moment that a reader asked for, in the form of the pages. */
  public String asked(String at) {
    return at.matches("\\d{4}-\\d{2}-\\d{2}") ? day(LocalDate.parse(at)) : at;
  }

  public String moment(Instant moment) {
    return MOMENT.format(moment.atZone(LocalTime.ZONE));
  }

  /** A whole number in groups of three, as people here write it: 48 211. */
  public String number(long number) {
    return "%,d".formatted(number).replace(",", "\u00a0").replace(".", "\u00a0");
  }

  /** What is said of an indicator, with its unit: 1 200 hồ sơ; 98,5 %. */
  public String figure(Indicator indicator, @Nullable String value) {
    if (value == null) {
      return "—";
    }
    String said =
        switch (indicator.type()) {
          case TEXT -> value;
          case YES_NO -> text("figure." + value);
          case INTEGER, DECIMAL -> decimal(value);
          case PERCENTAGE -> decimal(value) + "\u00a0%";
          case MONEY -> decimal(value) + "\u00a0" + text("figure.money");
        };
    return indicator.unit() == null ? said : said + "\u00a0" + indicator.unit();
  }

  private String decimal(String value) {
    return decimal(new BigDecimal(value));
  }

  /** A number with its decimals, as people here write it: 1 200,5. */
  public String decimal(BigDecimal number) {
    return new DecimalFormat("#,##0.######", DECIMAL).format(number);
  }

  /** A figure that says itself what it is: "Thủ tục đã rà soát: 120 thủ tục". */
  public String stated(StatedFigure figure) {
    String unit = figure.unit() == null ? "" : "\u00a0" + figure.unit();
    return figure.indicator() + ": " + decimal(figure.value()) + unit;
  }

  /** What a part of a plan says, in one line: its title, or what is promised. */
  public String part(@Nullable JsonNode part) {
    if (part == null || part.isNull()) {
      return "—";
    }
    if (!part.has("indicator")) {
      return part.path("title").asString();
    }
    String value = part.path("value").asString("");
    return Stream.of(
            part.path("indicator").asString(),
            text("comparison." + part.path("comparison").asString()),
            value.isEmpty() ? "" : decimal(value),
            part.path("unit").asString(""))
        .filter(each -> !each.isEmpty())
        .collect(joining(" "));
  }

  /** What is other in a part of a plan than before: "hạn, đơn vị thực hiện". */
  public String changed(JsonNode before, JsonNode after) {
    return after
        .propertyStream()
        .filter(each -> !each.getValue().equals(before.get(each.getKey())))
        .map(each -> text("plan.field." + each.getKey()))
        .collect(joining(", "));
  }

  /** What an event changed: "60 % → 100 %". */
  public String change(Change change, Names names) {
    return value(change, change.before(), names) + " → " + value(change, change.after(), names);
  }

  private String value(Change change, @Nullable String value, Names names) {
    if (value == null) {
      return "—";
    }
    return switch (change.what()) {
      case STATE -> text("state." + change.kind() + "." + value);
      case PERCENT -> value + "\u00a0%";
      case DUE -> day(LocalDate.parse(value));
      case AGENCY -> names.of(value);
    };
  }

  /** By whom and when it was told: "UBND huyện Mèo Vạc, 05/04/2024". */
  public String teller(HistoryEntry told) {
    LocalDate day =
        told.happenedOn() != null ? told.happenedOn() : LocalTime.dayOf(told.recordedAt());
    return text(
        "told-before",
        told.agencyName() != null ? told.agencyName() : String.valueOf(told.agency()),
        day(day));
  }

  /** "+31 ngày", "−3 ngày". */
  public String days(int days) {
    return text("moves.days", (days < 0 ? "\u2212" : "+") + number(Math.abs(days)));
  }

  /** An amount of money: 1 250 000 000 đồng. */
  public String money(long amount) {
    return decimal(BigDecimal.valueOf(amount)) + "\u00a0" + text("figure.money");
  }

  /** The value that those figures give an indicator; null if none. */
  public @Nullable String value(List<Figure> figures, Indicator indicator) {
    return figures.stream()
        .filter(each -> each.indicator().equals(indicator.id()))
        .map(Figure::value)
        .findFirst()
        .orElse(null);
  }

  /** An agency's parts in a duty: "Chủ trì, Phối hợp". */
  public String roles(List<DutyRole> roles) {
    return roles.stream().map(each -> text("duty-role." + each)).collect(joining(", "));
  }

  /** Agencies by their names, in one line. */
  public String agencies(List<String> codes, Names names) {
    return codes.stream().map(names::of).collect(joining(", "));
  }

  /** Who shares a duty, in one line. */
  public String names(List<Sharer> sharers) {
    return sharers.stream()
        .map(each -> each.agencyName() != null ? each.agencyName() : each.agency())
        .collect(joining(", "));
  }

  /** "còn 3 ngày", "quá hạn 5 ngày", or nothing for what is done or has no day. */
  public String distance(@Nullable LocalDate due, Timeliness timeliness, Instant moment) {
    if (due == null) {
      return "";
    }
    long days = ChronoUnit.DAYS.between(LocalTime.dayOf(moment), due);
    return switch (timeliness) {
      case OPEN_IN_TIME -> days == 0 ? text("due.today") : text("due.left", Long.toString(days));
      case OPEN_OVERDUE -> text("due.over", Long.toString(-days));
      default -> "";
    };
  }

  /** A period by its label: quý III/2024, 6 tháng đầu năm 2024. */
  public String period(String label) {
    Period period = Period.parse(label);
    String shown = once(period);
    return period.call() == 1 ? shown : text("period.call", shown, Integer.toString(period.call()));
  }

  private String once(Period period) {
    String key = "period." + period.frequency();
    String index = Integer.toString(period.index());
    String year = Integer.toString(period.year());
    return switch (period.frequency()) {
      case DAY -> text(key, day(period.from(Window.CALENDAR)));
      case WEEK, MONTH -> text(key, index, year);
      case QUARTER, HALF_YEAR -> text(key + "." + index, year);
      case YEAR, ON_DEMAND -> text(key, year);
    };
  }

  /** The indicators of a form as the page's script reads them. */
  public String asked(List<Indicator> form) {
    return JSON.writeValueAsString(form);
  }

  /** What an entry of the history is about, in one line. */
  public String subject(SubjectName subject) {
    return Stream.of(
            subject.title(),
            subject.period() == null ? null : period(subject.period()),
            subject.agencyName())
        .filter(Objects::nonNull)
        .collect(joining(" · "));
  }

  /** The share in percent, rounded; 0 of nothing. */
  public long percent(long part, long whole) {
    return whole == 0 ? 0 : Math.round(100.0 * part / whole);
  }
}
