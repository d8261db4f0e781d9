package plantrail.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers whatever an API endpoint throws with a problem document. */
@RestControllerAdvice(annotations = RestController.class)
public class ApiProblems {
  private final Problems problems;

  public ApiProblems(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<Problem> answer(
      Exception thrown, HttpServletRequest request, HttpServletResponse response, Locale locale) {
    // Nobody is there to read it, or half an answer has gone out already.
    if (DisconnectedClientHelper.isClientDisconnectedException(thrown) || response.isCommitted()) {
      return null;
    }
    HttpHeaders headers =
        thrown instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
    return Problems.answer(problems.of(thrown, request, locale), headers);
  }
}
