package plantrail.platform.messaging;

import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far each reader of the log has come. What a reader does with a batch of events commits
 * without waiting for the disk, or its many commits would hold up those of commands. Should the
 * database's machine fail, the batch's rows, its token, and whatever an automation wrote with it
 * are lost together, and the batch is read again; nothing that is on disk by then came after it.
 */
public final class ReaderTokens extends JdbcTokenStore {
  private final JdbcTemplate jdbc;

  public ReaderTokens(
      ConnectionProvider connections, Serializer serializer, DataSource dataSource) {
    super(
        builder()
            .connectionProvider(connections)
            .serializer(serializer)
            .contentType(String.class)
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
    this.jdbc = new JdbcTemplate(dataSource);
  }

  @Override
  public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
    super.storeToken(token, processor, segment);
    jdbc.execute("set local synchronous_commit = off");
  }
}
