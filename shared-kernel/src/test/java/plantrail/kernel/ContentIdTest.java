package plantrail.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import plantrail.kernel.plan.PlanId;

class ContentIdTest {

  @Test
  void theSameDocumentGetsTheSameIdentifierForEver() {
    assertThat(PlanId.of("HGI", 2024, "73", "KH-UBND"))
        .isEqualTo(PlanId.of("HGI", 2024, "73", "KH-UBND"))
        .hasToString("57f135ef-c6d8-5b0d-84ec-4fbf8256e5b6");
  }

  @Test
  void itIsANameBasedUuidOfVersionFive() {
    UUID id = UUID.fromString(ContentId.of("task", "a", "b"));
    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(ContentId.of("task", "a", "bc")).isNotEqualTo(ContentId.of("task", "ab", "c"));
  }

  @Test
  void composedAndDecomposedLettersAreTheSame() {
    String composed = "Kế hoạch";
    assertThat(ContentId.of("plan", Normalizer.normalize(composed, Normalizer.Form.NFD)))
        .isEqualTo(ContentId.of("plan", composed));
  }
}
