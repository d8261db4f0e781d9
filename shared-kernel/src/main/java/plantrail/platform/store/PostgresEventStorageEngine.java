package plantrail.platform.store;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.TimestampWriter;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import plantrail.platform.messaging.SnapshotSerializer;

/**
 * Axon's JDBC engine on tables of our own. Readers go by the dense position that the {@link
 * Sequencer} gives to settled events, so a late commit can never appear behind them; an aggregate's
 * own events are read at once, numbered or not.
 */
public final class PostgresEventStorageEngine extends JdbcEventStorageEngine {
  private static final EventSchema SCHEMA =
      EventSchema.builder()
          .eventTable("store.event")
          .snapshotTable("store.snapshot")
          .globalIndexColumn("place")
          .eventIdentifierColumn("event_id")
          .aggregateIdentifierColumn("aggregate_id")
          .sequenceNumberColumn("sequence")
          .typeColumn("aggregate_type")
          .timestampColumn("recorded_at")
          .payloadTypeColumn("name")
          .payloadRevisionColumn("revision")
          .payloadColumn("payload")
          .metaDataColumn("metadata")
          .build();

  private static final String COLUMNS =
      "event_id, aggregate_type, aggregate_id, sequence, recorded_at, name, revision, payload,"
          + " metadata";

  private static final List<String> COLUMN_TYPES =
      List.of("text", "text", "text", "bigint", "timestamptz", "text", "text", "json", "json");

  /** One statement for several events: that takes a third less than one for each. */
  private static final String INSERT_SEVERAL =
      "insert into store.event ("
          + COLUMNS
          + ") select "
          + COLUMNS
          + " from unnest("
          + COLUMN_TYPES.stream().map(type -> "?::" + type + "[]").collect(joining(", "))
          + ") with ordinality as e ("
          + COLUMNS
          + ", ordinal) order by ordinal";

  private static final int READ_AT_ONCE = 200;

  private final TransactionManager transactions;
  private final EventUpcaster upcasters;
  private final NewestEvents newest = new NewestEvents(this::read);
  private final JointAppends jointAppends;

  /**
   * @param pool gives connections outside of the transaction under way
   */
  PostgresEventStorageEngine(
      LazyConnections pool,
      ConnectionProvider connections,
      TransactionManager transactions,
      Serializer eventSerializer,
      SnapshotSerializer snapshots,
      EventUpcaster upcasters) {
    super(
        (Builder)
            builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(SCHEMA)
                .dataType(String.class)
                .appendEvents(PostgresEventStorageEngine::insertEvents)
                .appendSnapshot(PostgresEventStorageEngine::insertSnapshot)
                .eventSerializer(eventSerializer)
                .snapshotSerializer(snapshots)
                .upcasterChain(upcasters)
                .snapshotFilter((SnapshotFilter) snapshots::understands)
                .persistenceExceptionResolver(PostgresEventStorageEngine::isDuplicateKey));
    this.transactions = transactions;
    this.upcasters = upcasters;
    this.jointAppends = new JointAppends(rows -> insertAlone(pool, rows));
  }

  private static boolean isDuplicateKey(Exception exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Says of every duplicate key in a batch that somebody else was there first. Axon would look at
   * the batch's first event only and call a clash of any other aggregate by the wrong name.
   */
  @Override
  protected void handlePersistenceException(Exception exception, EventMessage<?> failedEvent) {
    if (isDuplicateKey(exception)
        && failedEvent instanceof DomainEventMessage<?> event
        && event.getSequenceNumber() == 0) {
      throw new AggregateStreamCreationException(
          "Another writer was first with an event of this commit, beginning with aggregate "
              + event.getAggregateIdentifier(),
          exception);
    }
    super.handlePersistenceException(exception, failedEvent);
  }

  /** One statement is a transaction of its own: that takes one journey instead of two or three. */
  private static void insertAlone(LazyConnections pool, List<Object[]> rows) throws SQLException {
    try (Connection connection = pool.another();
        PreparedStatement insert = insert(connection, rows)) {
      insert.executeUpdate();
    }
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty() || !isAllThereIs()) {
      super.appendEvents(events, serializer);
      return;
    }
    CurrentUnitOfWork.ifStarted(LazyConnections::close);
    try {
      jointAppends.append(rows(events, serializer));
    } catch (SQLException e) {
      handlePersistenceException(e, events.getFirst());
    }
  }

  /** Whether events are all that the unit of work under way has to do with the database. */
  private static boolean isAllThereIs() {
    return CurrentUnitOfWork.map(work ->
            work.parent().isEmpty()
                && work.getMessage() instanceof CommandMessage
                && !LazyConnections.isTakenBy(work))
        .orElse(false);
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken trackingToken, boolean mayBlock) {
    return newest.after(trackingToken == null ? 0 : trackingToken.position().orElse(0));
  }

  private List<? extends TrackedEventMessage<?>> read(long after) {
    return EventUtils.upcastAndDeserializeTrackedEvents(
            fetchTrackedEvents(new GlobalSequenceTrackingToken(after), READ_AT_ONCE).stream(),
            getEventSerializer(),
            upcasters)
        .peek(PostgresEventStorageEngine::understand)
        .toList();
  }

  /** Readers wake together, and each would else begin to deserialise what all of them share. */
  private static void understand(EventMessage<?> event) {
    try {
      event.getMetaData();
      event.getPayload();
    } catch (RuntimeException e) {
      // Whoever wants this event is told.
    }
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken lastToken, int batchSize) {
    long after = lastToken == null ? 0 : lastToken.position().orElse(0);
    return transactions.fetchInTransaction(() ->
        JdbcUtils.executeQuery(
            getConnection(),
            connection -> readNumbered(connection, after, batchSize),
            PostgresEventStorageEngine::tracked,
            e -> new EventStoreException("Failed to read events after position " + after, e)));
  }

  private static PreparedStatement readNumbered(Connection connection, long after, int limit)
      throws SQLException {
    // The limit stands inside, or the planner joins all that follows before it cuts.
    PreparedStatement statement =
        connection.prepareStatement(
            """
            select n.position, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence,
                   e.recorded_at, e.name, e.revision, e.payload, e.metadata
              from (select position, order_key, place from store.event_number
                     where position > ? order by position limit ?) n
              join store.event e using (order_key, place)
             order by n.position
            """);
    statement.setLong(1, after);
    statement.setInt(2, limit);
    return statement;
  }

  private static List<TrackedEventData<?>> tracked(ResultSet rows) throws SQLException {
    List<TrackedEventData<?>> events = new ArrayList<>();
    while (rows.next()) {
      events.add(
          new TrackedDomainEventData<>(
              new GlobalSequenceTrackingToken(rows.getLong("position")),
              new GenericDomainEventEntry<>(
                  rows.getString("aggregate_type"),
                  rows.getString("aggregate_id"),
                  rows.getLong("sequence"),
                  rows.getString("event_id"),
                  moment(rows, "recorded_at"),
                  rows.getString("name"),
                  rows.getString("revision"),
                  rows.getString("payload"),
                  rows.getString("metadata"))));
    }
    return events;
  }

  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return token("select coalesce(max(position), 0) from store.event_number", null);
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return token(
        """
        select coalesce(
          (select min(n.position) - 1 from store.event_number n
             join store.event e using (order_key, place) where e.recorded_at >= ?),
          (select max(position) from store.event_number),
          0)
        """,
        dateTime);
  }

  private TrackingToken token(String query, @Nullable Instant parameter) {
    return transactions.fetchInTransaction(() ->
        JdbcUtils.executeQuery(
            getConnection(),
            connection -> {
              PreparedStatement statement = connection.prepareStatement(query);
              if (parameter != null) {
                statement.setObject(1, OffsetDateTime.ofInstant(parameter, ZoneOffset.UTC));
              }
              return statement;
            },
            row -> {
              row.next();
              return new GlobalSequenceTrackingToken(row.getLong(1));
            },
            e -> new EventStoreException("Failed to find a position", e)));
  }

  @Override
  @SuppressWarnings("unchecked")
  protected <T> T readPayload(ResultSet rows, String column) throws SQLException {
    return (T) rows.getString(column);
  }

  @Override
  protected Object readTimeStamp(ResultSet rows, String column) throws SQLException {
    return moment(rows, column);
  }

  /**
   * Spelt out, for an instant is cut to milliseconds by Axon: then an event seems to be of the same
   * moment as the one that it followed.
   */
  private static String moment(ResultSet rows, String column) throws SQLException {
    return rows.getObject(column, OffsetDateTime.class).toInstant().toString();
  }

  @SuppressWarnings("UnusedVariable") // the shape is Axon's
  private static PreparedStatement insertEvents(
      Connection connection,
      EventSchema schema,
      Class<?> dataType,
      List<? extends EventMessage<?>> events,
      Serializer serializer,
      TimestampWriter timestamps)
      throws SQLException {
    PreparedStatement statement = insert(connection, rows(events, serializer));
    statement.addBatch();
    return statement;
  }

  private static List<Object[]> rows(
      List<? extends EventMessage<?>> events, Serializer serializer) {
    return events.stream().map(event -> row(domainEvent(event), serializer)).toList();
  }

  private static PreparedStatement insert(Connection connection, List<Object[]> rows)
      throws SQLException {
    if (rows.size() == 1) {
      PreparedStatement statement = connection.prepareStatement(insertInto("store.event"));
      bind(statement, rows.getFirst());
      return statement;
    }
    Object[][] columns = new Object[COLUMN_TYPES.size()][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < columns.length; column++) {
        columns[column][i] = rows.get(i)[column];
      }
    }
    PreparedStatement statement = connection.prepareStatement(INSERT_SEVERAL);
    for (int column = 0; column < columns.length; column++) {
      statement.setArray(
          column + 1, connection.createArrayOf(COLUMN_TYPES.get(column), columns[column]));
    }
    return statement;
  }

  @SuppressWarnings("UnusedVariable") // the shape is Axon's
  private static PreparedStatement insertSnapshot(
      Connection connection,
      EventSchema schema,
      Class<?> dataType,
      DomainEventMessage<?> snapshot,
      Serializer serializer,
      TimestampWriter timestamps)
      throws SQLException {
    // One of another revision may stand in the place.
    PreparedStatement statement =
        connection.prepareStatement(
            insertInto("store.snapshot")
                + " on conflict (aggregate_id, sequence) do update set"
                + " (event_id, aggregate_type, recorded_at, name, revision, payload, metadata) ="
                + " (excluded.event_id, excluded.aggregate_type, excluded.recorded_at,"
                + " excluded.name, excluded.revision, excluded.payload, excluded.metadata)");
    bind(statement, row(snapshot, serializer));
    return statement;
  }

  private static String insertInto(String table) {
    return "insert into "
        + table
        + " ("
        + COLUMNS
        + ") values (?, ?, ?, ?, ?, ?, ?, cast(? as json), cast(? as json))";
  }

  private static void bind(PreparedStatement statement, Object[] row) throws SQLException {
    for (int column = 0; column < row.length; column++) {
      statement.setObject(column + 1, row[column]);
    }
  }

  private static Object[] row(DomainEventMessage<?> event, Serializer serializer) {
    SerializedObject<String> payload = event.serializePayload(serializer, String.class);
    SerializedObject<String> metadata = event.serializeMetaData(serializer, String.class);
    return new Object[] {
      event.getIdentifier(),
      event.getType(),
      event.getAggregateIdentifier(),
      event.getSequenceNumber(),
      OffsetDateTime.ofInstant(event.getTimestamp(), ZoneOffset.UTC),
      payload.getType().getName(),
      payload.getType().getRevision(),
      payload.getData(),
      metadata.getData()
    };
  }

  private static DomainEventMessage<?> domainEvent(EventMessage<?> event) {
    return event instanceof DomainEventMessage<?> domainEvent
        ? domainEvent
        : new GenericDomainEventMessage<>(
            "none", event.getIdentifier(), 0, event, event::getTimestamp);
  }
}
