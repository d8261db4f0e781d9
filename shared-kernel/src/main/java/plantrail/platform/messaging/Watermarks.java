package plantrail.platform.messaging;

import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to where what readers of the log have made of it is true, whichever node they run on. */
public class Watermarks {
  private static final long NOTHING = -1;

  private final JdbcClient jdbc;
  private final Serializer serializer;

  public Watermarks(JdbcClient jdbc, Serializer serializer) {
    this.jdbc = jdbc;
    this.serializer = serializer;
  }

  /** The last position that all those processing groups have seen; -1 if one has seen none. */
  public long of(Collection<String> groups) {
    List<Long> positions =
        jdbc.sql("select token, token_type from store.token where processor = any(:groups)")
            .param("groups", groups.toArray(String[]::new))
            .query((row, number) -> position(row.getString("token"), row.getString("token_type")))
            .list();
    return positions.size() < groups.size()
        ? NOTHING
        : positions.stream().mapToLong(Long::longValue).min().orElse(NOTHING);
  }

  private long position(String token, String type) {
    if (token == null) {
      return NOTHING;
    }
    TrackingToken read =
        serializer.deserialize(new SimpleSerializedObject<>(token, String.class, type, null));
    return read == null ? NOTHING : read.position().orElse(NOTHING);
  }
}
