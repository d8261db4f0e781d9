package plantrail.command.platform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.agency.domain.Agency;
import plantrail.kernel.ContentId;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.Spelling;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.plan.StatedFigure;

/** Collects the faulty fields of a command, so that all of them are told at once. */
public final class Check {
  /** Longest line of text, in characters. */
  public static final int LINE = 1_000;

  /** Longest running text, in characters. */
  public static final int TEXT = 20_000;

  /** First year of all dates and periods. */
  public static final int FIRST_YEAR = 1900;

  /** Last year of all dates and periods. */
  public static final int LAST_YEAR = 2200;

  private final List<FieldError> errors;
  private final String within;

  public Check() {
    this(new ArrayList<>(), "");
  }

  private Check(List<FieldError> errors, String within) {
    this.errors = errors;
    this.within = within;
  }

  /** The same check for the fields of a part, told with the part's name: {@code content.title}. */
  public Check of(String part) {
    return new Check(errors, within + part + ".");
  }

  /** Notes the field as faulty unless the condition holds. */
  public Check that(boolean holds, String field, String message, String... arguments) {
    if (!holds) {
      errors.add(FieldError.of(within + field, message, arguments));
    }
    return this;
  }

  /** Whether a year is one that dates and periods may have. */
  public static boolean isYear(int year) {
    return FIRST_YEAR <= year && year <= LAST_YEAR;
  }

  /**
   * A mark that somebody gives a duty. One that begins with an identifier is kept for parts of
   * tasks and for recommendations: that of a part is made of the whole's identifier, and two duties
   * of one mark would be one.
   */
  public Check dutyMark(String mark, String field) {
    return that(!ContentId.leads(mark), field, "field.kept-mark", mark);
  }

  /** A text that says something and is not too long; null passes. */
  public Check text(@Nullable String value, String field, int longest) {
    if (value == null) {
      return this;
    }
    that(!value.isBlank(), field, "field.blank");
    return that(
        value.length() <= longest,
        field,
        "field.too-long",
        Integer.toString(longest),
        Integer.toString(value.length()));
  }

  /** Figures, each named, and once, however its name is spelt. */
  public Check figures(List<StatedFigure> figures) {
    Set<String> named = new HashSet<>();
    for (int i = 0; i < figures.size(); i++) {
      String field = "figures[" + i + "].indicator";
      String name = figures.get(i).indicator();
      text(name, field, LINE)
          .text(figures.get(i).unit(), "figures[" + i + "].unit", LINE)
          .that(named.add(Spelling.folded(name)), field, "field.twice", name);
    }
    return this;
  }

  /** What is begun again and moves its day or its owner by that says why and by which document. */
  public Check moves(boolean moved, @Nullable String reason, @Nullable String basis) {
    return that(!moved || reason != null, "reason", "field.moves-without-reason")
        .that(!moved || basis != null, "basis", "field.moves-without-basis");
  }

  /** Code of an agency that exists on that local day; null passes. Tells who took its place. */
  public Check agency(@Nullable String code, String field, Agencies agencies, LocalDate day) {
    Agency agency = code == null ? null : agencies.agency(code);
    if (code == null || (agency != null && agency.existsOn(day))) {
      return this;
    }
    if (agency == null) {
      return that(false, field, "field.unknown-agency", code);
    }
    if (day.isBefore(agency.begun())) {
      return that(false, field, "field.agency-not-yet", code, agency.begun().toString());
    }
    String last = String.valueOf(agency.lastDay());
    AgencyEnding ending = agency.ending();
    return ending == null
        ? that(false, field, "field.agency-ended", code, last)
        : that(
            false,
            field,
            "field.agency-succeeded",
            code,
            last,
            String.join(", ", ending.successors()));
  }

  /**
   * Code of an agency that the issuer of a plan can charge on that local day, see {@link
   * Agencies#mayCharge}. Unknown agencies pass: they are told of by {@link #agency}.
   */
  public Check charged(String code, String field, String by, Agencies agencies, LocalDate day) {
    return that(
        !agencies.exists(code) || agencies.mayCharge(by, code, day),
        field,
        "field.outside-branch",
        code,
        by);
  }

  /** Refuses if any field was noted as faulty. */
  public void done() {
    Refusal.ifAny(errors);
  }
}
