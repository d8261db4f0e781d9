package plantrail.platform.messaging;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.GenericTokenEntry;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * How far each reader of the log has come. What a reader does with a batch of events commits
 * without waiting for the disk, or its many commits would hold up those of commands. Should the
 * database's machine fail, the batch's rows, its token, and whatever an automation wrote with it
 * are lost together, and the batch is read again; nothing that is on disk by then came after it.
 */
public final class ReaderTokens extends JdbcTokenStore {
  private static final String STORE =
      """
      update store.token set token = ?, token_type = ?, touched_at = ?
       where owner = ? and processor = ? and segment = ?;
      set local synchronous_commit = off
      """;

  private final Serializer serializer;
  private final String node;

  public ReaderTokens(ConnectionProvider connections, Serializer serializer) {
    this(connections, serializer, ManagementFactory.getRuntimeMXBean().getName());
  }

  private ReaderTokens(ConnectionProvider connections, Serializer serializer, String node) {
    super(
        builder()
            .connectionProvider(connections)
            .serializer(serializer)
            .contentType(String.class)
            .nodeId(node)
            .schema(
                TokenSchema.builder()
                    .setTokenTable("store.token")
                    .setProcessorNameColumn("processor")
                    .setSegmentColumn("segment")
                    .setTokenColumn("token")
                    .setTokenTypeColumn("token_type")
                    .setTimestampColumn("touched_at")
                    .setOwnerColumn("owner")
                    .build()));
    this.serializer = serializer;
    this.node = node;
  }

  @Override
  protected PreparedStatement storeUpdate(
      Connection connection, @Nullable TrackingToken token, String processor, int segment)
      throws SQLException {
    GenericTokenEntry<String> entry =
        new GenericTokenEntry<>(token, serializer, String.class, processor, segment);
    PreparedStatement store = connection.prepareStatement(STORE);
    store.setString(1, token == null ? null : entry.getSerializedToken().getData());
    store.setString(2, token == null ? null : entry.getTokenType().getName());
    store.setString(3, entry.timestampAsString());
    store.setString(4, node);
    store.setString(5, processor);
    store.setInt(6, segment);
    return store;
  }
}
