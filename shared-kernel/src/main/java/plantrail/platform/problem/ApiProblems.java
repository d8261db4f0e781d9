package plantrail.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers whatever an API endpoint throws with a problem document. */
@RestControllerAdvice(annotations = RestController.class)
public class ApiProblems {
  private final Problems problems;

  public ApiProblems(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Problem> answer(Exception thrown, HttpServletRequest request, Locale locale) {
    return Problems.answer(problems.of(thrown, request, locale));
  }
}
