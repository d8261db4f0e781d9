package plantrail.kernel.agency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Khánh Hoà",
        "  khánh \t HÒA ",
        "Khánh\u00a0Hòa",
        "Khánh\u2003Hòa\u00a0",
        "Khánh Hòa\u200b",
        "Khánh Ho\u0300a"
      })
  void aNameIsTheSameHoweverItIsSpelt(String spelling) {
    assertThat(Spelling.same("Khánh Hòa", spelling)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Khánh Hoa", "KhánhHòa", "Khanh Hòa"})
  void lettersTonesAndSyllablesTellNamesApart(String other) {
    assertThat(Spelling.same("Khánh Hòa", other)).isFalse();
  }
}
