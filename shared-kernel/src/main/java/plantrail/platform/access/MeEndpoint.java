package plantrail.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** Tells who one is. */
@RestController
public class MeEndpoint {

  /**
   * Who is signed in.
   *
   * @param agency code of the agency acted for; null for roles outside of agencies
   * @param agencies codes of the agencies that the person may act for in their own right
   * @param mandates by which they may act for further agencies today
   */
  public record Me(
      String username,
      String name,
      Role role,
      @Nullable String agency,
      List<String> agencies,
      List<Mandates.Mandate> mandates) {}

  @GetMapping("/api/me")
  Me me(Actor actor, @AuthenticationPrincipal Account account) {
    return new Me(
        actor.person(),
        actor.personName(),
        actor.role(),
        actor.agency(),
        account.agencies(),
        account.mandates());
  }
}
