package plantrail.standalone.sample;

import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** The sample's people: one for each agency, always the same. */
@Component
class SamplePeople {
  /** Who keeps the registry. */
  static final String ADMIN = "admin";

  private final List<String> surnames;
  private final List<String> middles;
  private final List<String> givens;

  SamplePeople(SampleFiles files) {
    surnames = files.phrases("surnames");
    middles = files.phrases("middles");
    givens = files.phrases("givens");
  }

  /** The official who acts for that agency; they sign in with the agency's code. */
  Actor of(String agency) {
    return new Actor(agency, name(agency), agency, Role.OFFICIAL);
  }

  private String name(String agency) {
    Random random = new Random(agency.hashCode());
    return String.join(" ", pick(surnames, random), pick(middles, random), pick(givens, random));
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
