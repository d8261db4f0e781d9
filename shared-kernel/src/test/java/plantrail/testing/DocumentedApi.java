package plantrail.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

/** An application's OpenAPI document, as a reader of one language gets it. */
public final class DocumentedApi {
  private static final Set<String> ALWAYS = Set.of("401", "429", "503");

  private final JsonNode document;
  private final Set<String> leftOut;
  private final SoftAssertions softly = new SoftAssertions();

  /**
   * @param leftOut the parameters that no example states, as {@code GET /api/drafts at}
   */
  public DocumentedApi(JsonNode document, String... leftOut) {
    this.document = document;
    this.leftOut = Set.of(leftOut);
  }

  /** All operations by method and path, but those that a module's own tests put there. */
  public SortedMap<String, JsonNode> operations() {
    SortedMap<String, JsonNode> all = new TreeMap<>();
    document
        .path("paths")
        .propertyStream()
        .filter(
            path -> path.getKey().startsWith("/api/") && !path.getKey().startsWith("/api/test/"))
        .forEach(path ->
            path.getValue()
                .propertyStream()
                .forEach(each ->
                    all.put(each.getKey().toUpperCase() + " " + path.getKey(), each.getValue())));
    return all;
  }

  /** The constants that a field of that name has in all records of the document, once each. */
  public Set<List<String>> constants(String field) {
    Set<List<String>> all = new HashSet<>();
    for (JsonNode schema : document.path("components").path("schemas")) {
      JsonNode constants = schema.path("properties").path(field).path("enum");
      if (constants.isArray()) {
        all.add(constants.valueStream().map(JsonNode::asString).toList());
      }
    }
    return all;
  }

  /** What each operation does. */
  public List<String> summaries() {
    return operations().values().stream().map(each -> each.path("summary").asString()).toList();
  }

  /** Every operation says all that whoever uses it has to know, with examples that fit. */
  public void isWhole() {
    Set<String> identifiers = new HashSet<>();
    operations()
        .forEach((name, operation) -> {
          softly
              .assertThat(identifiers.add(operation.path("operationId").asString()))
              .as(name)
              .isTrue();
          isText(operation.path("tags").path(0), name);
          isText(operation.path("summary"), name);
          operation
              .path("parameters")
              .forEach(each -> isTold(each, name + " " + each.path("name").asString()));
          if (operation.has("requestBody")) {
            isShown(operation.path("requestBody").path("content"), name + " request");
          }
          answers(name, operation.path("responses"));
          softly
              .assertThat(operation.path("responses").propertyNames())
              .as(name)
              .containsAll(expected(name, operation));
        });
    softly.assertAll();
  }

  private void answers(String name, JsonNode responses) {
    softly
        .assertThat(responses.propertyNames().stream().filter(each -> each.startsWith("2")))
        .as(name)
        .hasSize(1);
    responses
        .propertyStream()
        .forEach(each -> {
          String what = name + " " + each.getKey();
          isText(each.getValue().path("description"), what);
          JsonNode content = each.getValue().path("content");
          if (!each.getKey().startsWith("2")) {
            softly
                .assertThat(content.propertyNames())
                .as(what)
                .containsExactly("application/problem+json");
            softly
                .assertThat(
                    schema(content.path("application/problem+json").path("schema"))
                        .path("properties")
                        .propertyNames())
                .as(what)
                .contains("type", "title", "status", "detail", "code", "errors");
          } else if (!content.isMissingNode()) {
            isShown(content, what);
          }
        });
  }

  /** The statuses of the problems that its shape alone allows for. */
  private static Set<String> expected(String name, JsonNode operation) {
    Set<String> expected = new HashSet<>(ALWAYS);
    operation
        .path("parameters")
        .forEach(each -> {
          switch (each.path("in").asString()) {
            case "query" -> expected.add("400");
            case "path" -> expected.add("404");
            default -> expected.add("403");
          }
          if (each.path("name").asString().equals("after")) {
            expected.add("504");
          }
        });
    if (operation.has("requestBody")) {
      expected.addAll(List.of("400", "415"));
    }
    if (!name.startsWith("GET ")) {
      expected.add("403");
    }
    return expected;
  }

  private void isText(JsonNode text, String of) {
    softly
        .assertThat(text.asString(""))
        .as(of)
        .isNotBlank()
        .isNotEqualTo("OK")
        .doesNotContainPattern("\\b(api|step|problem|state|relation)\\.");
  }

  /**
   * A parameter says what it is, and all but what stands in a header or is left out what it is
   * like.
   */
  private void isTold(JsonNode parameter, String of) {
    isText(parameter.path("description"), of);
    if (leftOut.contains(of)) {
      softly.assertThat(parameter.has("example")).as(of + " has an example").isFalse();
      softly.assertThat(parameter.path("required").asBoolean()).as(of + " is required").isFalse();
    } else if (!parameter.path("in").asString().equals("header")) {
      softly.assertThat(parameter.has("example")).as(of + " has an example").isTrue();
      List<String> faults = new ArrayList<>();
      check(parameter.path("example"), parameter.path("schema"), "", faults);
      softly.assertThat(faults).as(of).isEmpty();
    }
  }

  private void isShown(JsonNode content, String of) {
    softly.assertThat(content.propertyNames()).as(of).hasSize(1).doesNotContain("*/*");
    JsonNode shown = content.iterator().next();
    softly.assertThat(shown.has("example")).as(of + " has an example").isTrue();
    List<String> faults = new ArrayList<>();
    check(shown.path("example"), shown.path("schema"), "", faults);
    softly.assertThat(faults).as(of).isEmpty();
  }

  private JsonNode schema(JsonNode schema) {
    return schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
  }

  /** Compares a value with its schema, part by part. */
  private void check(JsonNode value, JsonNode reference, String at, List<String> faults) {
    JsonNode schema = schema(reference);
    if (schema.has("enum")
        && schema.path("enum").valueStream().noneMatch(each -> each.equals(value))) {
      faults.add(at + " is none of its constants: " + value);
    }
    Set<String> types =
        Stream.concat(Stream.of(schema.path("type")), schema.path("type").valueStream())
            .filter(JsonNode::isString)
            .map(JsonNode::asString)
            .collect(java.util.stream.Collectors.toSet());
    if (!types.isEmpty() && types.stream().noneMatch(type -> is(type, value))) {
      faults.add(at + " should be " + types + " but is " + value);
    }
    if (schema.has("anyOf")
        && schema.path("anyOf").valueStream().noneMatch(each -> fits(value, each, at))) {
      faults.add(at + " is none of what it may be: " + value);
    }
    if (schema.has("properties") && value.isObject()) {
      value
          .propertyStream()
          .filter(each -> !schema.path("properties").has(each.getKey()))
          .forEach(each -> faults.add(at + "." + each.getKey() + " is unknown"));
      schema
          .path("required")
          .forEach(each -> {
            if (!value.has(each.asString())) {
              faults.add(at + "." + each.asString() + " is missing");
            }
          });
      for (Map.Entry<String, JsonNode> each : value.properties()) {
        if (!each.getValue().isNull()) {
          check(
              each.getValue(),
              schema.path("properties").path(each.getKey()),
              at + "." + each.getKey(),
              faults);
        }
      }
    }
    if (value.isArray()) {
      value.forEach(each -> check(each, schema.path("items"), at + "[]", faults));
    }
  }

  private boolean fits(JsonNode value, JsonNode schema, String at) {
    List<String> faults = new ArrayList<>();
    check(value, schema, at, faults);
    return faults.isEmpty();
  }

  private static boolean is(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }
}
