package plantrail.kernel.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;

class RollUpTest {
  private static final Indicator FILES = of("files", IndicatorType.INTEGER, Gathering.SUM);
  private static final Indicator IN_TIME = of("in-time", IndicatorType.INTEGER, Gathering.SUM);
  private static final Indicator SHARE =
      new Indicator(
          "share",
          "Tỷ lệ đúng hạn",
          IndicatorType.PERCENTAGE,
          null,
          Gathering.RATIO_OF_SUMS,
          null,
          "in-time",
          "files",
          false);
  private static final Indicator CONTENT =
      new Indicator(
          "content",
          "Mức hài lòng",
          IndicatorType.DECIMAL,
          null,
          Gathering.WEIGHTED_AVERAGE,
          "files",
          null,
          null,
          false);
  private static final List<Indicator> FORM = List.of(FILES, IN_TIME, SHARE, CONTENT);

  private static Indicator of(String id, IndicatorType type, Gathering rollUp) {
    return new Indicator(id, id, type, null, rollUp, null, null, null, false);
  }

  private static List<Figure> report(int files, int inTime, int content) {
    return List.of(
        new Figure("files", Integer.toString(files)),
        new Figure("in-time", Integer.toString(inTime)),
        new Figure("content", Integer.toString(content)));
  }

  private static @Nullable String value(List<Figure> figures, Indicator indicator) {
    return figures.stream()
        .filter(each -> each.indicator().equals(indicator.id()))
        .map(Figure::value)
        .findFirst()
        .orElse(null);
  }

  @Test
  void aShareIsTakenOfTheSumsAndNotOfTheShares() {
    List<Figure> figures = RollUp.of(FORM, List.of(report(100, 100, 5), report(300, 150, 1)));
    assertThat(figures)
        .containsExactly(
            new Figure("files", "400"),
            new Figure("in-time", "250"),
            new Figure("share", "62.5"),
            new Figure("content", "2"));
  }

  @Test
  void whatNobodyStatesIsLeftOutAndNothingIsDividedByNothing() {
    assertThat(RollUp.of(FORM, List.of())).isEmpty();
    assertThat(RollUp.of(FORM, List.of(report(0, 0, 3))))
        .containsExactly(new Figure("files", "0"), new Figure("in-time", "0"));
  }

  @Test
  void aShareIsThatOfTheSumsBesideItWhoeverStatesOnlyOneSide() {
    List<Figure> onlyFiles = List.of(new Figure("files", "100"));
    List<Figure> figures = RollUp.of(FORM, List.of(report(100, 50, 1), onlyFiles));
    assertThat(figures)
        .contains(
            new Figure("files", "200"), new Figure("in-time", "50"), new Figure("share", "25"));
    assertThat(value(RollUp.of(FORM, List.of(onlyFiles)), SHARE)).isNull();
  }

  @Test
  void aShareIsTheSameHoweverItCameToItsSums() {
    qt().forAll(
            lists().of(integers().between(1, 1_000)).ofSizeBetween(2, 20),
            integers().between(1, 1_000))
        .checkAssert((files, corrected) -> {
          List<List<Figure>> reports = new ArrayList<>();
          files.forEach(each ->
              reports.add(
                  each % 3 == 0
                      ? List.of(new Figure("files", Integer.toString(each)))
                      : report(each, each / 2, each % 7)));
          List<Figure> before = RollUp.of(FORM, reports);

          List<List<Figure>> others = new ArrayList<>(reports.subList(1, reports.size()));
          others.add(report(corrected, corrected / 5, 3));
          List<Figure> prepared = RollUp.of(FORM, others);
          List<Figure> byHand =
              prepared.stream().filter(each -> !each.indicator().equals("share")).toList();
          assertThat(
                  value(
                      RollUp.replaced(
                          FORM,
                          RollUp.replaced(FORM, before, byHand),
                          RollUp.following(FORM, before, byHand)),
                      SHARE))
              .isEqualTo(value(prepared, SHARE));

          assertThat(RollUp.following(FORM, before, List.of(new Figure("content", "6.5"))))
              .as("what it does not rest on")
              .isEmpty();
        });
  }

  @Test
  void theLatestIsTheOneHandedInLastAndAYesIsCounted() {
    Indicator latest = of("x", IndicatorType.TEXT, Gathering.LATEST);
    Indicator yes = of("x", IndicatorType.YES_NO, Gathering.COUNT);
    Indicator stated = of("x", IndicatorType.TEXT, Gathering.COUNT);
    Indicator none = of("x", IndicatorType.TEXT, Gathering.NONE);
    List<List<Figure>> reports =
        List.of(List.of(new Figure("x", "true")), List.of(), List.of(new Figure("x", "false")));
    assertThat(value(RollUp.of(List.of(latest), reports), latest)).isEqualTo("false");
    assertThat(value(RollUp.of(List.of(yes), reports), yes)).isEqualTo("1");
    assertThat(value(RollUp.of(List.of(stated), reports), stated)).isEqualTo("2");
    assertThat(RollUp.of(List.of(none), reports)).isEmpty();
  }

  @Test
  void neitherOrderNorLevelsBetweenChangeSumsAndShares() {
    qt().forAll(
            lists().of(integers().between(0, 100_000)).ofSizeBetween(1, 30),
            integers().between(0, 30))
        .checkAssert((files, at) -> {
          List<List<Figure>> reports = new ArrayList<>();
          files.forEach(each ->
              reports.add(
                  each % 5 == 0
                      ? List.of(new Figure("files", Integer.toString(each)))
                      : report(each, each / 3, each % 7)));
          List<Figure> direct = RollUp.of(FORM, reports);

          int cut = Math.min(at, reports.size());
          List<List<Figure>> districts = new ArrayList<>();
          districts.add(RollUp.of(FORM, reports.subList(0, cut)));
          districts.add(RollUp.of(FORM, reports.subList(cut, reports.size())));
          List<Figure> throughDistricts = RollUp.of(FORM, districts);
          assertThat(value(throughDistricts, FILES)).isEqualTo(value(direct, FILES));
          assertThat(value(throughDistricts, SHARE)).isEqualTo(value(direct, SHARE));

          Collections.reverse(reports);
          assertThat(RollUp.of(FORM, reports)).isEqualTo(direct);
        });
  }

  @Test
  void anAverageLiesBetweenTheLeastAndTheMost() {
    qt().forAll(lists().of(integers().between(1, 1_000)).ofSizeBetween(1, 30))
        .checkAssert(weights -> {
          List<List<Figure>> reports = new ArrayList<>();
          weights.forEach(each -> reports.add(report(each, 0, each % 11)));
          BigDecimal average =
              new BigDecimal(String.valueOf(value(RollUp.of(FORM, reports), CONTENT)));
          assertThat(average)
              .isBetween(
                  BigDecimal.valueOf(weights.stream().mapToInt(w -> w % 11).min().orElse(0)),
                  BigDecimal.valueOf(weights.stream().mapToInt(w -> w % 11).max().orElse(0)));
        });
  }
}
