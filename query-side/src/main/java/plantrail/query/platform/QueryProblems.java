package plantrail.query.platform;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import plantrail.platform.problem.Problem;
import plantrail.platform.problem.Problems;

/** Problem documents for what only questions meet: a projection that is too far behind. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class QueryProblems {
  private final Problems problems;

  QueryProblems(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Problem> notYet(NotYet e, Locale locale) {
    return Problems.answer(problems.of("NOT_YET", locale, Long.toString(e.seconds())));
  }
}
