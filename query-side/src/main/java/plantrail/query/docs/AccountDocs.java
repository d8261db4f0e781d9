package plantrail.query.docs;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import plantrail.platform.access.Account;
import plantrail.platform.problem.Texts;

/** Documents in OpenAPI what has to do with accounts, each with its errors and an example. */
@Component
class AccountDocs implements GlobalOperationCustomizer {
  private static final String JSON = "application/json";

  /** Problems by the status that they come with. */
  private static final Map<String, List<String>> OF_CHANGES =
      Map.of(
          "400", List.of("INVALID_ARGUMENT", "MALFORMED_JSON"),
          "403", List.of("NOT_PERMITTED"),
          "404", List.of("NOT_FOUND"),
          "409", List.of("ALREADY_EXISTS", "INVALID_STATE"));

  private static final Map<String, List<String>> OF_QUESTIONS =
      Map.of("400", List.of("INVALID_ARGUMENT"), "403", List.of("NOT_PERMITTED"));

  private final Texts texts;

  AccountDocs(Texts texts) {
    this.texts = texts;
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handlerMethod) {
    if (!handlerMethod.getBeanType().getPackage().equals(Account.class.getPackage())) {
      return operation;
    }
    Locale locale = LocaleContextHolder.getLocale();
    String name = handlerMethod.getMethod().getName();
    operation.setOperationId(name);
    operation.setTags(List.of(texts.of(locale, "api.accounts")));
    operation.setSummary(texts.of(locale, "api." + name));
    if (operation.getParameters() != null) {
      operation
          .getParameters()
          .forEach(
              each -> each.setDescription(texts.of(locale, "api.parameter." + each.getName())));
    }
    error(operation, "401", List.of("NOT_SIGNED_IN"), locale);
    boolean asks = operation.getRequestBody() == null && !name.endsWith("lockAccount");
    (asks ? OF_QUESTIONS : OF_CHANGES)
        .forEach((status, codes) -> error(operation, status, codes, locale));
    Content content =
        operation.getRequestBody() == null
            ? operation.getResponses().values().iterator().next().getContent()
            : operation.getRequestBody().getContent();
    ClassPathResource example = new ClassPathResource("openapi/" + name + ".json");
    if (content != null && example.exists()) {
      MediaType shape = content.values().iterator().next();
      content.clear();
      content.addMediaType(JSON, shape.example(read(example)));
    }
    return operation;
  }

  private void error(Operation operation, String status, List<String> codes, Locale locale) {
    operation
        .getResponses()
        .addApiResponse(
            status,
            new ApiResponse()
                .description(
                    String.join(
                        "; ",
                        codes.stream()
                            .map(code -> code + ": " + texts.of(locale, "problem." + code))
                            .toList()))
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType().schema(new Schema<>().type("object")))));
  }

  private static Object read(ClassPathResource example) {
    try (InputStream in = example.getInputStream()) {
      return Json31.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
