package plantrail.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/** Makes problem documents. The one place that knows which status a refusal has. */
@Component
public class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private final Texts texts;

  public Problems(Texts texts) {
    this.texts = texts;
  }

  /** The HTTP status of a refusal. */
  public static HttpStatus status(RefusalCode code) {
    return switch (code) {
      case INVALID_ARGUMENT -> HttpStatus.BAD_REQUEST;
      case NOT_PERMITTED, AGENCY_ENDED -> HttpStatus.FORBIDDEN;
      case NOT_FOUND -> HttpStatus.NOT_FOUND;
      case ALREADY_EXISTS, INVALID_STATE, CONFLICT -> HttpStatus.CONFLICT;
    };
  }

  /** The HTTP status of any problem, a refusal or not. */
  public static HttpStatus status(String code) {
    return switch (code) {
      case "MALFORMED_JSON", "BAD_REQUEST" -> HttpStatus.BAD_REQUEST;
      case "NOT_SIGNED_IN" -> HttpStatus.UNAUTHORIZED;
      case "UNKNOWN_COMMAND", "NO_SUCH_PATH" -> HttpStatus.NOT_FOUND;
      case "METHOD_NOT_ALLOWED" -> HttpStatus.METHOD_NOT_ALLOWED;
      case "NOT_ACCEPTABLE" -> HttpStatus.NOT_ACCEPTABLE;
      case "KEY_IN_USE" -> HttpStatus.CONFLICT;
      case "BODY_TOO_LARGE" -> HttpStatus.CONTENT_TOO_LARGE;
      case "UNSUPPORTED_MEDIA_TYPE" -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case "TOO_MANY_ATTEMPTS" -> HttpStatus.TOO_MANY_REQUESTS;
      case "INTERNAL" -> HttpStatus.INTERNAL_SERVER_ERROR;
      case "OUTAGE", "UNAVAILABLE" -> HttpStatus.SERVICE_UNAVAILABLE;
      case "NOT_YET" -> HttpStatus.GATEWAY_TIMEOUT;
      default -> status(RefusalCode.valueOf(code));
    };
  }

  /** The problem document of a refusal. */
  public Problem of(Refusal refusal, Locale locale) {
    HttpStatus status = status(refusal.code());
    List<Problem.Fault> faults =
        refusal.errors().stream()
            .map(each ->
                new Problem.Fault(each.field(), texts.of(locale, each.message(), each.arguments())))
            .toList();
    return new Problem(
        type(refusal.code().name()),
        texts.of(locale, "problem." + refusal.code().name()),
        status.value(),
        texts.of(locale, refusal.messageKey(), refusal.arguments()),
        refusal.code().name(),
        faults.isEmpty() ? null : faults);
  }

  /** The problem document of that code, which is no refusal of a decision. */
  public Problem of(String code, Locale locale, String... arguments) {
    return new Problem(
        type(code),
        texts.of(locale, "problem." + code),
        status(code).value(),
        texts.of(locale, "problem." + code + ".detail", List.of(arguments)),
        code,
        null);
  }

  /** The problem document of whatever was thrown. What is inside stays inside. */
  public Problem of(Throwable thrown, HttpServletRequest request, Locale locale) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return of(refusal, locale);
      }
    }
    if (Outage.isBehind(thrown)) {
      log.warn("{} {} failed: {}", request.getMethod(), request.getRequestURI(), words(thrown));
      return of("OUTAGE", locale);
    }
    return switch (thrown) {
      case AuthenticationException _ ->
          thrown instanceof InternalAuthenticationServiceException
              ? internal(thrown, request, locale)
              : of(HttpStatus.UNAUTHORIZED, request, locale);
      case AccessDeniedException _ -> of(HttpStatus.FORBIDDEN, request, locale);
      case HttpMessageNotReadableException _ -> of("MALFORMED_JSON", locale);
      case MissingServletRequestParameterException missing ->
          faulty(List.of(FieldError.of(missing.getParameterName(), "parameter.missing")), locale);
      case MethodArgumentTypeMismatchException unreadable ->
          faulty(List.of(unreadable(unreadable.getName(), unreadable.getValue())), locale);
      case BindException unreadable ->
          faulty(
              unreadable.getFieldErrors().stream()
                  .map(each -> unreadable(each.getField(), each.getRejectedValue()))
                  .toList(),
              locale);
      case ErrorResponse known when known.getStatusCode().is4xxClientError() ->
          of(known.getStatusCode(), request, locale);
      default -> internal(thrown, request, locale);
    };
  }

  private static String words(Throwable thrown) {
    return String.valueOf(NestedExceptionUtils.getMostSpecificCause(thrown).getMessage());
  }

  private Problem faulty(List<FieldError> parameters, Locale locale) {
    return of(Refusal.invalid(parameters), locale);
  }

  private static FieldError unreadable(String parameter, @Nullable Object value) {
    return FieldError.of(parameter, "parameter.unreadable", String.valueOf(value));
  }

  /** The problem document of a status that says all there is to say. */
  public Problem of(HttpStatusCode status, HttpServletRequest request, Locale locale) {
    if (status.is5xxServerError()) {
      return internal(null, request, locale);
    }
    return switch (HttpStatus.resolve(status.value())) {
      case UNAUTHORIZED -> of("NOT_SIGNED_IN", locale);
      case FORBIDDEN -> of("NOT_PERMITTED", locale);
      case NOT_FOUND -> of("NO_SUCH_PATH", locale);
      case METHOD_NOT_ALLOWED -> of("METHOD_NOT_ALLOWED", locale, method(request));
      case NOT_ACCEPTABLE -> of("NOT_ACCEPTABLE", locale);
      case UNSUPPORTED_MEDIA_TYPE -> of("UNSUPPORTED_MEDIA_TYPE", locale);
      case null, default -> of("BAD_REQUEST", locale);
    };
  }

  /** The method asked for; that of the dispatch to the error page is always GET. */
  private static String method(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String asked
        ? asked
        : request.getMethod();
  }

  private Problem internal(@Nullable Throwable thrown, HttpServletRequest request, Locale locale) {
    String id = UUID.randomUUID().toString();
    log.error("{} {} failed ({})", method(request), request.getRequestURI(), id, thrown);
    return of("INTERNAL", locale, id);
  }

  /** The problem as an answer. */
  public static ResponseEntity<Problem> answer(Problem problem) {
    return answer(problem, new HttpHeaders());
  }

  /** The problem as an answer with further headers. */
  public static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static String type(String code) {
    return "urn:plantrail:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
