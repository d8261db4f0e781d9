package plantrail.standalone.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.platform.CommandReader;
import tools.jackson.databind.ObjectMapper;

/** The sample's agencies, plans and phrases as they lie in the resources. */
@Component
class SampleFiles {
  private final CommandReader reader;
  private final ObjectMapper json;

  SampleFiles(CommandReader reader, ObjectMapper json) {
    this.reader = reader;
    this.json = json;
  }

  /** The agencies, each after the one above it. */
  List<RegisterAgency> agencies() {
    CSVFormat csv =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setNullString("").get();
    List<RegisterAgency> agencies = new ArrayList<>();
    for (String folder : List.of("areas", "bodies")) {
      for (Resource file : files("sample/agencies/" + folder + "/*.csv")) {
        try (CSVParser rows =
            csv.parse(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
          rows.forEach(row ->
              agencies.add(
                  reader.read(RegisterAgency.class, json.valueToTree(row.toMap())).command()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return agencies;
  }

  /** The plans, in the order of their days. */
  List<IssuePlan> plans() {
    return files("sample/plans/*.yaml").stream()
        .map(file -> reader.read(IssuePlan.class, json.valueToTree(yaml(file))).command())
        .sorted(Comparator.comparing(IssuePlan::issueDate))
        .toList();
  }

  /** The phrases of one kind. */
  @SuppressWarnings("unchecked")
  List<String> phrases(String kind) {
    Object phrases = yaml(files("sample/phrases.yaml").getFirst()).get(kind);
    return phrases instanceof List<?> list ? (List<String>) list : List.of(String.valueOf(phrases));
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
