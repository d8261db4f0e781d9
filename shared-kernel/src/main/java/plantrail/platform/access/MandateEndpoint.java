package plantrail.platform.access;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** Tells who may act for whom. */
@RestController
class MandateEndpoint {
  private final Mandates mandates;

  MandateEndpoint(Mandates mandates) {
    this.mandates = mandates;
  }

  /**
   * The mandates, past and revoked ones too.
   *
   * @param items the latest first
   */
  record All(List<Mandates.Mandate> items) {}

  /** An official's are those for the agency acted for and their own; others read all. */
  @GetMapping("/api/mandates")
  All findMandates(Actor actor) {
    return new All(
        actor.role() == Role.OFFICIAL
            ? mandates.find(actor.agency(), actor.person())
            : mandates.find());
  }
}
