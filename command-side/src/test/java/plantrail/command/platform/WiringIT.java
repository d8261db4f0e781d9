package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.kernel.workflow.Step;
import plantrail.kernel.workflow.Workflow;
import plantrail.kernel.workflow.Workflows;
import plantrail.platform.problem.Texts;

/** Nothing is forgotten: tables, commands, handlers and texts belong together. */
class WiringIT extends CommandSideTest {
  @Autowired private CommandRegistry registry;
  @Autowired private Texts texts;

  @Test
  void everyStepOfEveryWorkflowHasACommandAndEveryCommandAStep() {
    Stream<String> steps =
        Workflows.ALL.stream().map(Workflow::steps).flatMap(List::stream).map(Step::command);
    assertThat(steps).containsExactlyInAnyOrderElementsOf(registry.all().keySet());
  }

  @Test
  void everyMessageOfADecisionStandsInBothLanguages() throws Exception {
    List<String> keys;
    try (Stream<java.nio.file.Path> sources =
        java.nio.file.Files.walk(java.nio.file.Path.of("src/main/java"))) {
      keys =
          sources
              .filter(path -> path.toString().endsWith(".java"))
              .flatMap(WiringIT::keys)
              .distinct()
              .toList();
    }
    assertThat(keys).hasSizeGreaterThan(30);
    for (Locale locale : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
      assertThat(keys).allSatisfy(key -> assertThat(texts.of(locale, key)).isNotEqualTo(key));
    }
    assertThat(keys)
        .allSatisfy(key ->
            assertThat(texts.of(Locale.ENGLISH, key))
                .isNotEqualTo(texts.of(Texts.VIETNAMESE, key)));
  }

  private static Stream<String> keys(java.nio.file.Path source) {
    try {
      return Pattern.compile("\"((?:refusal|field)\\.[a-z-]+)\"")
          .matcher(java.nio.file.Files.readString(source))
          .results()
          .map(match -> match.group(1));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
