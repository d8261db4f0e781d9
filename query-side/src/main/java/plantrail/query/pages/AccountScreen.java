package plantrail.query.pages;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.platform.access.Account;
import plantrail.platform.access.AccountChanges;
import plantrail.platform.problem.Problem;
import plantrail.platform.problem.Problems;

/** One's own account: its password. */
@Controller
class AccountScreen {
  private final AccountChanges changes;
  private final Problems problems;

  AccountScreen(AccountChanges changes, Problems problems) {
    this.changes = changes;
    this.problems = problems;
  }

  /**
   * What the form sends.
   *
   * @param present the password that counts until now
   * @param repeated the new one once more, against slips
   */
  record NewPassword(
      @Nullable String present, @Nullable String password, @Nullable String repeated) {}

  @ModelAttribute
  void rules(Model model) {
    model.addAttribute("shortest", AccountChanges.SHORTEST_PASSWORD);
    model.addAttribute("longest", AccountChanges.LONGEST_PASSWORD);
  }

  @GetMapping("/account")
  String account() {
    return "account";
  }

  @PostMapping("/account")
  String setPassword(
      @AuthenticationPrincipal Account account,
      NewPassword typed,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    try {
      if (!Objects.equals(typed.password(), typed.repeated())) {
        throw Refusal.invalid(List.of(FieldError.of("repeated", "account.password.other")));
      }
      changes.setOwnPassword(account, typed.present(), typed.password(), request);
      return "redirect:/account?changed";
    } catch (Refusal refusal) {
      Problem problem = problems.of(refusal, locale);
      response.setStatus(problem.status());
      model.addAttribute("faults", byField(problem));
    } catch (AuthenticationException guessed) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      model.addAttribute("wait", true);
    }
    return "account";
  }

  private static Map<String, String> byField(Problem problem) {
    List<Problem.Fault> faults = problem.errors();
    return faults == null
        ? Map.of()
        : faults.stream().collect(toMap(Problem.Fault::field, Problem.Fault::message));
  }
}
