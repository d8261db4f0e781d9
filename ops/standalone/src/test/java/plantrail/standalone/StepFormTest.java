package plantrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.query.pages.StepForm;

/** The pages and the commands, which do not know each other, mean the same fields. */
class StepFormTest {

  @ParameterizedTest
  @MethodSource
  void aPanelAsksForWhatItsCommandTakes(String workflow, StepForm form)
      throws ClassNotFoundException {
    assertThat(form.given()).isNotEmpty();
    Map<String, Boolean> asked = new TreeMap<>();
    form.fields().forEach(field -> asked.put(field.name(), field.required()));
    Map<String, Boolean> taken = new TreeMap<>();
    RecordComponent[] fields = command(workflow, form.command()).getRecordComponents();
    assertThat(fields).extracting(RecordComponent::getName).containsAll(form.given());
    for (RecordComponent field : fields) {
      // Whether a list may be empty, or be left to programs, is for the decision to say.
      if (field.getType() == List.class) {
        Optional.ofNullable(asked.get(field.getName()))
            .ifPresent(required -> taken.put(field.getName(), required));
      } else {
        taken.put(field.getName(), !field.getAnnotatedType().isAnnotationPresent(Nullable.class));
      }
    }
    taken.keySet().removeAll(form.given());
    taken.keySet().removeAll(form.occurrence().stream().map(StepForm.Field::name).toList());
    assertThat(asked).isEqualTo(taken);
  }

  static Stream<Object[]> aPanelAsksForWhatItsCommandTakes() {
    return StepForm.ALL.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(form -> new Object[] {each.getKey(), form}));
  }

  /**
   * A command has a folder of its own in that of its aggregate; a call opens reports, a charge
   * begins a task.
   */
  private static Class<?> command(String row, String name) throws ClassNotFoundException {
    String workflow =
        switch (row) {
          case "call" -> "report";
          case "charge" -> "task";
          default -> row;
        };
    String simple =
        Arrays.stream(name.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .reduce("", String::concat);
    return Class.forName(
        "plantrail.command.%s.%s.%s".formatted(workflow, simple.toLowerCase(Locale.ROOT), simple));
  }
}
