package plantrail.platform.access;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.Role;
import plantrail.platform.access.LimitedSignIn.TooManyAttempts;
import plantrail.platform.docs.Refuses;
import plantrail.platform.problem.Problem;
import plantrail.platform.problem.Problems;

/** Accounts, for administrators; and everybody's own password. */
@RestController
class AccountEndpoint {
  private static final int LAST_PAGE = 1_000_000;
  private static final int LARGEST_PAGE = 500;

  private final Accounts accounts;
  private final AccountChanges changes;
  private final AccountJournal journal;
  private final Problems problems;

  AccountEndpoint(
      Accounts accounts, AccountChanges changes, AccountJournal journal, Problems problems) {
    this.accounts = accounts;
    this.changes = changes;
    this.journal = journal;
    this.problems = problems;
  }

  /** A body that takes no other fields than its own. */
  interface Closed {
    @JsonAnySetter
    default void other(String field, @Nullable Object value) {
      throw Refusal.invalid(List.of(FieldError.of(field, "account.unknown-field")));
    }
  }

  /** An account to be opened; see {@link AccountChanges.Profile}. */
  record Opening(
      @Nullable String username,
      @Nullable String personName,
      @Nullable Role role,
      @Nullable List<String> agencies,
      @Nullable String password)
      implements Closed {}

  /** What an account is changed to; see {@link AccountChanges.Profile}. */
  record Change(@Nullable String personName, @Nullable Role role, @Nullable List<String> agencies)
      implements Closed {}

  /** A password for somebody's account. */
  record NewPassword(@Nullable String password) implements Closed {}

  /**
   * A password for one's own account.
   *
   * @param present the one that counts until now
   */
  record OwnPassword(@Nullable String present, @Nullable String password) implements Closed {}

  @GetMapping("/api/accounts")
  @Refuses("NOT_PERMITTED")
  AccountPage<Accounts.Listed> findAccounts(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    check(page, size);
    return accounts.find(text(q), page, size);
  }

  @GetMapping("/api/account-journal")
  @Refuses("NOT_PERMITTED")
  AccountPage<AccountJournal.Entry> findAccountJournal(
      @RequestParam(required = false) @Nullable String account,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    check(page, size);
    return journal.find(text(account), page, size);
  }

  @PostMapping("/api/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  @Refuses("ALREADY_EXISTS")
  void openAccount(Actor actor, @RequestBody Opening body) {
    changes.open(
        actor.person(),
        body.username(),
        new AccountChanges.Profile(body.personName(), body.role(), body.agencies()),
        body.password());
  }

  @PutMapping("/api/accounts/{username}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses("INVALID_STATE")
  void changeAccount(Actor actor, @PathVariable String username, @RequestBody Change body) {
    changes.change(
        actor.person(),
        username,
        new AccountChanges.Profile(body.personName(), body.role(), body.agencies()));
  }

  @PutMapping("/api/accounts/{username}/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setPassword(Actor actor, @PathVariable String username, @RequestBody NewPassword body) {
    changes.setPassword(actor.person(), username, body.password());
  }

  @PostMapping("/api/accounts/{username}/lock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Refuses("INVALID_STATE")
  void lockAccount(Actor actor, @PathVariable String username) {
    changes.lock(actor.person(), username);
  }

  @PostMapping("/api/accounts/{username}/unlock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlockAccount(Actor actor, @PathVariable String username) {
    changes.unlock(actor.person(), username);
  }

  /** The session that changes it goes on; the person's others end. */
  @PutMapping("/api/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setOwnPassword(
      @AuthenticationPrincipal Account account,
      @RequestBody OwnPassword body,
      HttpServletRequest request) {
    changes.setOwnPassword(account, body.present(), body.password(), request);
  }

  @ExceptionHandler
  ResponseEntity<Problem> slowDown(TooManyAttempts guessing, Locale locale) {
    return Problems.answer(problems.of("TOO_MANY_ATTEMPTS", locale), guessing.headers());
  }

  private static void check(int page, int size) {
    if (page < 0 || page > LAST_PAGE || size < 1 || size > LARGEST_PAGE) {
      throw Refusal.invalid(
          List.of(
              FieldError.of(
                  size < 1 || size > LARGEST_PAGE ? "size" : "page",
                  "account.page",
                  Integer.toString(LAST_PAGE),
                  Integer.toString(LARGEST_PAGE))));
    }
  }

  /** Text that the database takes as a question. */
  private static @Nullable String text(@Nullable String asked) {
    return asked == null || asked.isBlank() ? null : asked.replace("\0", "");
  }
}
