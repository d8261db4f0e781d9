package plantrail.query.platform;

import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.platform.problem.Problem;
import plantrail.platform.problem.Problems;

/**
 * Problem documents for what only questions meet: parameters that cannot be read, and impatience.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class QueryProblems {
  private final Problems problems;

  QueryProblems(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(BindException e, Locale locale) {
    return invalid(
        e.getFieldErrors().stream()
            .map(each ->
                FieldError.of(
                    each.getField(), "query.value", String.valueOf(each.getRejectedValue())))
            .toList(),
        locale);
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(MethodArgumentTypeMismatchException e, Locale locale) {
    return invalid(
        List.of(FieldError.of(e.getName(), "query.value", String.valueOf(e.getValue()))), locale);
  }

  @ExceptionHandler
  ResponseEntity<Problem> missing(MissingServletRequestParameterException e, Locale locale) {
    return invalid(List.of(FieldError.of(e.getParameterName(), "query.missing")), locale);
  }

  @ExceptionHandler
  ResponseEntity<Problem> notYet(NotYet e, Locale locale) {
    return Problems.answer(
        problems.of(HttpStatus.GATEWAY_TIMEOUT, "NOT_YET", locale, Long.toString(e.seconds())));
  }

  private ResponseEntity<Problem> invalid(List<FieldError> errors, Locale locale) {
    return Problems.answer(problems.of(Refusal.invalid(errors), locale));
  }
}
