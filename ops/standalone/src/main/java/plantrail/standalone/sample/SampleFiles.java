package plantrail.standalone.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import plantrail.command.agency.Reorganisation;
import plantrail.command.agency.dissolveagency.DissolveAgency;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.platform.CommandReader;
import tools.jackson.databind.ObjectMapper;

/** The sample's agencies, plans and phrases as they lie in the resources. */
@Component
class SampleFiles {
  private final CommandReader reader;
  private final ObjectMapper json;
  private final Map<String, Object> phrases = yaml(files("sample/phrases.yaml").getFirst());

  SampleFiles(CommandReader reader, ObjectMapper json) {
    this.reader = reader;
    this.json = json;
  }

  /** The agencies, each after the one above it. */
  List<RegisterAgency> agencies() {
    return Stream.of("areas", "bodies")
        .flatMap(folder -> rows("sample/agencies/" + folder + "/*.csv").stream())
        .map(this::agency)
        .toList();
  }

  private RegisterAgency agency(Map<String, String> row) {
    return reader.read(RegisterAgency.class, json.valueToTree(row)).command();
  }

  private static List<Map<String, String>> rows(String pattern) {
    CSVFormat csv =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setNullString("").get();
    List<Map<String, String>> rows = new ArrayList<>();
    for (Resource file : files(pattern)) {
      try (CSVParser parser =
          csv.parse(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
        parser.forEach(row -> rows.add(row.toMap()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return rows;
  }

  /**
   * What became of the agencies that ended: those that the reform of 2025 set up took over, each
   * after the one above it, then those that were there already.
   */
  List<Reorganisation> reform() {
    List<Reorganisation> reform = new ArrayList<>();
    for (String folder : List.of("areas", "bodies")) {
      for (Map<String, String> row : rows("sample/agencies/reform/" + folder + "/*.csv")) {
        List<String> ended = takenOver(row);
        String basis = take(row, "basis");
        RegisterAgency founded = agency(row);
        reform.add(
            new MergeAgencies(ended, founded.code(), List.of(founded), founded.validFrom(), basis));
      }
    }
    for (Map<String, String> row : rows("sample/agencies/reform/dissolved.csv")) {
      LocalDate effective = LocalDate.parse(take(row, "effective"));
      String heir = take(row, "code");
      String basis = take(row, "basis");
      for (String ended : takenOver(row)) {
        reform.add(new DissolveAgency(ended, heir, List.of(), List.of(), effective, basis));
      }
    }
    for (Map<String, String> row : rows("sample/agencies/reform/taken-over.csv")) {
      LocalDate effective = LocalDate.parse(take(row, "effective"));
      String heir = take(row, "code");
      reform.add(new MergeAgencies(takenOver(row), heir, List.of(), effective, take(row, "basis")));
    }
    return reform;
  }

  private static List<String> takenOver(Map<String, String> row) {
    return List.of(take(row, "takesOver").split(" "));
  }

  private static String take(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.remove(column), column);
  }

  /** The plans with what is told of their lives, in the order of their days. */
  List<SamplePlan> plans() {
    return plans("plans");
  }

  /** The plans that agencies issued to carry one of those out, each after the one above it. */
  List<SamplePlan> below() {
    return plans("below");
  }

  private List<SamplePlan> plans(String folder) {
    return files("sample/" + folder + "/*.yaml").stream()
        .map(this::plan)
        .sorted(Comparator.comparing(plan -> plan.issue().issueDate()))
        .toList();
  }

  private SamplePlan plan(Resource file) {
    Resource life = files("sample/lives/" + file.getFilename()).getFirst();
    return new SamplePlan(
        reader.read(IssuePlan.class, json.valueToTree(yaml(file))).command(),
        json.convertValue(yaml(life), PlanLife.class));
  }

  /** The phrases of one kind. */
  @SuppressWarnings("unchecked")
  List<String> phrases(String kind) {
    return (List<String>) Objects.requireNonNull(phrases.get(kind), kind);
  }

  private static Map<String, Object> yaml(Resource file) {
    try (InputStream in = file.getInputStream()) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Resource> files(String pattern) {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern))
          .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
