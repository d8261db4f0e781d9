package plantrail;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.kernel.catalog.EventCatalog.kebab;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.command.Command;
import plantrail.kernel.catalog.DomainEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** README's index of slices names what there is: no more and no less. */
class ReadmeTest {
  private static final Path ROOT = root();
  private static final String README = read(ROOT.resolve("README.md"));
  private static final Pattern LINK = Pattern.compile("]\\(((?!https?:|#)[^)#]+)\\)");
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
  private static final Pattern PATH = Pattern.compile("`(/api/[^`?]+)`");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ArchitectureTest.NoTests())
          .importPackages("plantrail");

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("command-side"))) {
      folder = java.util.Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The part of the index under that head. */
  private static String table(String head) {
    int from = README.indexOf(head);
    assertThat(from).as(head).isPositive();
    return README.substring(from, README.indexOf("\n\n", from));
  }

  private static Set<String> links(String part) {
    return LINK.matcher(part).results().map(m -> m.group(1)).collect(toCollection(TreeSet::new));
  }

  private static String source(String module, Class<?> type) {
    return module + "/src/main/java/" + type.getName().replace('.', '/') + ".java";
  }

  @Test
  void everyLinkLeadsToAFile() {
    assertThat(links(README))
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ROOT.resolve(link)).as(link).exists());
  }

  @Test
  void whatToClickIsCalledAsOnThePages() {
    List<String> texts =
        Stream.of("pages", "kernel")
            .map(name -> ResourceBundle.getBundle("i18n." + name, Locale.ROOT))
            .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString))
            .toList();
    List<String> labels =
        BOLD.matcher(between("## What to click first", "## How the code is laid out"))
            .results()
            .map(match -> match.group(1).replace(" …", ""))
            .toList();
    assertThat(labels)
        .isNotEmpty()
        .allSatisfy(label -> assertThat(texts).as(label).anyMatch(text -> text.startsWith(label)));
  }

  private static String between(String head, String next) {
    assertThat(README).contains(head, next);
    return README.substring(README.indexOf(head), README.indexOf(next));
  }

  @Test
  void everyCommandAndEveryEventIsInTheIndexAndNothingElse() {
    Set<String> there =
        Stream.concat(
                commands().map(command -> source("command-side", command)),
                events(DomainEvents.SEALED).map(event -> source("shared-kernel", event)))
            .collect(toCollection(TreeSet::new));
    assertThat(links(table("| command |"))).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void whatFollowsFromACommandIsTheSameInTheIndexAndInTheApi() throws IOException {
    Map<String, Set<String>> index = new TreeMap<>();
    Pattern name = Pattern.compile("\\[(\\w+)]");
    for (String row : table("| command |").lines().toList()) {
      List<String> names = name.matcher(row).results().map(m -> kebab(m.group(1))).toList();
      if (!names.isEmpty()) {
        index.put(names.getFirst(), new TreeSet<>(names.subList(1, names.size())));
      }
    }
    try (var in = new ClassPathResource("openapi/events.json").getInputStream()) {
      Map<String, Set<String>> api = new TreeMap<>();
      new ObjectMapper()
          .readTree(in)
          .properties()
          .forEach(each ->
              api.put(
                  each.getKey(),
                  each.getValue().valueStream().map(JsonNode::asString).collect(toSet())));
      assertThat(index).containsAllEntriesOf(api);
    }
  }

  /** Commands that clients give, or that an automation gives about something that has begun. */
  private static Stream<? extends Class<?>> commands() {
    return CLASSES.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(CommandHandler.class))
        .map(method -> method.getRawParameterTypes().getFirst().reflect())
        .filter(Command.class::isAssignableFrom)
        .distinct();
  }

  private static Stream<Class<?>> events(List<? extends Class<?>> sealed) {
    return sealed.stream()
        .flatMap(type ->
            type.isSealed() ? events(List.of(type.getPermittedSubclasses())) : Stream.of(type));
  }

  @Test
  void everyAutomationIsInTheIndex() {
    Set<String> automations =
        CLASSES.stream()
            .filter(type -> type.getSimpleName().matches("When\\w+Then\\w+"))
            .filter(type -> type.isAnnotatedWith(ProcessingGroup.class))
            .map(type -> source("command-side", type.reflect()))
            .collect(toSet());
    assertThat(automations).isNotEmpty();
    assertThat(links(table("| automation |"))).containsAll(automations);
  }

  @Test
  void everyQuestionOfEitherSideIsInTheIndexAndNothingElse() {
    Set<String> asked =
        CLASSES.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(GetMapping.class))
            .flatMap(method -> {
              GetMapping mapping = method.getAnnotationOfType(GetMapping.class);
              return Stream.of(mapping.value(), mapping.path()).flatMap(Arrays::stream);
            })
            .filter(path -> path.startsWith("/api/"))
            .collect(toCollection(TreeSet::new));
    Set<String> listed =
        PATH.matcher(table("| projection |"))
            .results()
            .map(match -> match.group(1))
            .collect(toCollection(TreeSet::new));
    assertThat(listed).containsExactlyInAnyOrderElementsOf(asked);
  }
}
