package plantrail.platform.messaging;

import static plantrail.kernel.message.MetadataKeys.ACTOR;
import static plantrail.kernel.message.MetadataKeys.ACTOR_NAME;
import static plantrail.kernel.message.MetadataKeys.AGENCY;
import static plantrail.kernel.message.MetadataKeys.MANDATE;
import static plantrail.kernel.message.MetadataKeys.MANDATE_PLAN;
import static plantrail.kernel.message.MetadataKeys.MANDATOR_NAME;
import static plantrail.kernel.message.MetadataKeys.ROLE;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    Actor.Mandate mandate = actor.mandate();
    if (mandate != null) {
      metadata.put(MANDATE, mandate.id());
      metadata.put(MANDATOR_NAME, mandate.grantedBy());
      if (mandate.plan() != null) {
        metadata.put(MANDATE_PLAN, mandate.plan());
      }
    }
    return metadata;
  }

  private static Actor.@Nullable Mandate mandate(Map<String, ?> metadata) {
    return metadata.get(MANDATE) instanceof String id
            && metadata.get(MANDATOR_NAME) instanceof String grantedBy
        ? new Actor.Mandate(id, grantedBy, (String) metadata.get(MANDATE_PLAN))
        : null;
  }

  /** The actor of a message; throws IllegalArgumentException if it has none. */
  public static Actor read(Map<String, ?> metadata) {
    if (metadata.get(ACTOR) instanceof String person
        && metadata.get(ACTOR_NAME) instanceof String name
        && metadata.get(ROLE) instanceof String role) {
      return new Actor(
          person, name, (String) metadata.get(AGENCY), Role.valueOf(role), mandate(metadata));
    }
    throw new IllegalArgumentException("A message without an actor is not handled");
  }
}
