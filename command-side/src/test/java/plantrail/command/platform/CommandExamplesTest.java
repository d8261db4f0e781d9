package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.command.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandExamplesTest {
  private static final Path EXAMPLES = Path.of("src/main/resources/examples");
  private static final CommandRegistry REGISTRY = new CommandRegistry();

  /** The example of the command of that name. */
  static JsonNode example(String name) {
    return JsonMapper.shared().readTree(EXAMPLES.resolve(name + ".json").toFile());
  }

  static Stream<String> commands() {
    return REGISTRY.all().keySet().stream();
  }

  @Test
  void everyCommandHasAnExampleAndEveryExampleACommand() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      List<String> names =
          files.map(each -> each.getFileName().toString().replace(".json", "")).toList();
      assertThat(names).containsExactlyInAnyOrderElementsOf(REGISTRY.all().keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anExampleIsReadAsItsCommand(String name) {
    Class<? extends Command> type = Objects.requireNonNull(REGISTRY.find(name));
    Command command = new CommandReader().read(type, example(name)).command();
    assertThat(command).isInstanceOf(type);
  }
}
