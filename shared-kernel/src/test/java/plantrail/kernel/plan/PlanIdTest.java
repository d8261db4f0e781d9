package plantrail.kernel.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanIdTest {
  private static final PlanId PLAN = PlanId.of("HGI", 2024, "7", "QĐ-UBND");

  @ParameterizedTest
  @CsvSource({"07, QĐ-UBND", "007, qđ-ubnd", "7, Qđ-UBND"})
  void theSameDocumentWrittenOtherwiseHasTheSameIdentifier(String number, String symbol) {
    assertThat(PlanId.of("HGI", 2024, number, symbol)).isEqualTo(PLAN);
  }

  @Test
  void anotherIssuerYearNumberOrSymbolIsAnotherDocument() {
    assertThat(
            java.util.List.of(
                PlanId.of("QNA", 2024, "7", "QĐ-UBND"),
                PlanId.of("HGI", 2023, "7", "QĐ-UBND"),
                PlanId.of("HGI", 2024, "70", "QĐ-UBND"),
                PlanId.of("HGI", 2024, "7a", "QĐ-UBND"),
                PlanId.of("HGI", 2024, "7", "QD-UBND")))
        .doesNotContain(PLAN)
        .doesNotHaveDuplicates();
  }
}
