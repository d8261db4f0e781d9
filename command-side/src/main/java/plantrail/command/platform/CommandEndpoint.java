package plantrail.command.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import plantrail.command.Command;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.platform.docs.Refuses;
import plantrail.platform.problem.Problem;
import plantrail.platform.problem.Problems;
import plantrail.platform.problem.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The one endpoint of all commands; a new command needs no code here. */
@RestController
class CommandEndpoint {
  private static final int LARGEST_BODY = 2 * 1024 * 1024;
  private static final String RETRY_SECONDS = "5";

  private final CommandRegistry registry;
  private final CommandReader reader;
  private final Commands commands;
  private final FirstAnswers firstAnswers;
  private final ObjectProvider<WritesPaused> paused;
  private final Problems problems;
  private final Texts texts;
  private final ObjectMapper json;

  CommandEndpoint(
      CommandRegistry registry,
      CommandReader reader,
      Commands commands,
      FirstAnswers firstAnswers,
      ObjectProvider<WritesPaused> paused,
      Problems problems,
      Texts texts,
      ObjectMapper json) {
    this.registry = registry;
    this.reader = reader;
    this.commands = commands;
    this.firstAnswers = firstAnswers;
    this.paused = paused;
    this.problems = problems;
    this.texts = texts;
    this.json = json;
  }

  @PostMapping("/api/commands/{name}")
  @Refuses({
    "AGENCY_ENDED",
    "INVALID_STATE",
    "ALREADY_EXISTS",
    "CONFLICT",
    "KEY_IN_USE",
    "BODY_TOO_LARGE",
    "UNAVAILABLE"
  })
  @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE))
  ResponseEntity<?> giveCommand(
      @PathVariable String name,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Actor actor,
      HttpServletRequest request,
      Locale locale)
      throws IOException {
    Class<? extends Command> type = registry.find(name);
    if (type == null) {
      return Problems.answer(problems.of("UNKNOWN_COMMAND", locale, name));
    }
    OptionalInt progress =
        paused.stream()
            .map(WritesPaused::progress)
            .filter(OptionalInt::isPresent)
            .findFirst()
            .orElse(OptionalInt.empty());
    if (progress.isPresent()) {
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      return Problems.answer(
          problems.of("UNAVAILABLE", locale, Integer.toString(progress.getAsInt())), headers);
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    if (body.length > LARGEST_BODY) {
      return Problems.answer(problems.of("BODY_TOO_LARGE", locale, "2"));
    }
    if (key == null) {
      return answer(handle(type, body, actor, request, locale));
    }
    String whole = name + "\n" + actor.agency() + "\n" + new String(body, StandardCharsets.UTF_8);
    try {
      return answer(
          firstAnswers.of(
              actor.person(), key, whole, () -> handle(type, body, actor, request, locale)));
    } catch (FirstAnswers.Underway e) {
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, Long.toString(FirstAnswers.RETRY.toSeconds()));
      return Problems.answer(problems.of("KEY_IN_USE", locale), headers);
    }
  }

  private FirstAnswers.Answer handle(
      Class<? extends Command> type,
      byte[] body,
      Actor actor,
      HttpServletRequest request,
      Locale locale) {
    try {
      // As a double, a number would be rounded or come out infinite before anybody could refuse it.
      JsonNode node =
          json.reader()
              .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .readTree(body);
      if (node.isMissingNode()) {
        return problem(problems.of("MALFORMED_JSON", locale));
      }
      return new FirstAnswers.Answer(
          HttpStatus.OK.value(), json.writeValueAsString(give(reader.read(type, node), actor)));
    } catch (JacksonException e) {
      return problem(problems.of("MALFORMED_JSON", locale));
    } catch (RuntimeException e) {
      return problem(problems.of(e, request, locale));
    }
  }

  private Outcome give(CommandReader.Read<?> read, Actor actor) {
    return commands.give(
        read.command(), actor, read.stated().happenedOn(), read.stated().backdatingReason());
  }

  private FirstAnswers.Answer problem(Problem problem) {
    return new FirstAnswers.Answer(problem.status(), json.writeValueAsString(problem));
  }

  private static ResponseEntity<String> answer(FirstAnswers.Answer answer) {
    return ResponseEntity.status(answer.status())
        .contentType(
            answer.status() == HttpStatus.OK.value()
                ? MediaType.APPLICATION_JSON
                : MediaType.APPLICATION_PROBLEM_JSON)
        .body(answer.body());
  }

  /**
   * A command that clients may give.
   *
   * @param summary what it does, in the reader's language
   */
  record Described(String name, String summary, List<Field> fields) {}

  /**
   * One field of a command.
   *
   * @param type the JSON that is expected, in a word: {@code string}, {@code date}, {@code
   *     integer}, {@code number}, {@code boolean}, {@code array} or {@code object}; the whole
   *     stands in {@code /v3/api-docs}
   * @param ifLeftOut what it means to leave the field out, in the reader's language; absent where
   *     that goes without saying
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Field(String name, String type, boolean required, @Nullable String ifLeftOut) {}

  @GetMapping("/api/commands")
  List<Described> listCommands(Locale locale) {
    return registry.all().entrySet().stream()
        .map(each ->
            new Described(
                each.getKey(),
                texts.of(locale, "step." + each.getKey()),
                Stream.concat(
                        Arrays.stream(each.getValue().getRecordComponents()),
                        CommandReader.beside(each.getValue()))
                    .map(field -> field(field, locale))
                    .toList()))
        .toList();
  }

  private Field field(RecordComponent component, Locale locale) {
    return new Field(
        component.getName(),
        CommandSchemas.word(component.getGenericType()),
        CommandReader.isRequired(component),
        CommandReader.staysIfLeftOut(component) ? texts.of(locale, "api.list-left-out") : null);
  }
}
