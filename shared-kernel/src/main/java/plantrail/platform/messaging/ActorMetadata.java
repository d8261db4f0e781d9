package plantrail.platform.messaging;

import static plantrail.kernel.message.MetadataKeys.ACTOR;
import static plantrail.kernel.message.MetadataKeys.ACTOR_NAME;
import static plantrail.kernel.message.MetadataKeys.AGENCY;
import static plantrail.kernel.message.MetadataKeys.ROLE;

import java.util.LinkedHashMap;
import java.util.Map;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;

/** The actor in a message's metadata. */
public final class ActorMetadata {
  private ActorMetadata() {}

  /** What of an actor goes into the metadata. */
  public static Map<String, String> of(Actor actor) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(ACTOR, actor.person());
    metadata.put(ACTOR_NAME, actor.personName());
    if (actor.agency() != null) {
      metadata.put(AGENCY, actor.agency());
    }
    metadata.put(ROLE, actor.role().name());
    return metadata;
  }

  /** The actor of a message; throws IllegalArgumentException if it has none. */
  public static Actor read(Map<String, ?> metadata) {
    if (metadata.get(ACTOR) instanceof String person
        && metadata.get(ACTOR_NAME) instanceof String name
        && metadata.get(ROLE) instanceof String role) {
      return new Actor(person, name, (String) metadata.get(AGENCY), Role.valueOf(role));
    }
    throw new IllegalArgumentException("A message without an actor is not handled");
  }
}
