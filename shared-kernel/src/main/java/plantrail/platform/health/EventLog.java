package plantrail.platform.health;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How the log itself stands.
 *
 * @param position the last position given
 * @param unsettled events that are committed but wait for their position
 * @param oldestWriterSeconds how long the oldest transaction that has written something is open:
 *     none of its elders' readers see what was committed since; 0 if there is none
 */
record EventLog(long position, long unsettled, double oldestWriterSeconds) {

  /** Looks into the database; throws DataAccessException if it cannot be reached. */
  static EventLog look(JdbcClient jdbc) {
    return jdbc.sql(
            """
            with last as (
              select position, order_key, place from store.event_number
               order by position desc limit 1)
            select coalesce((select position from last), 0) as position,
                   (select count(*) from store.event e
                     where (e.order_key, e.place)
                           > (coalesce((select order_key from last), 0),
                              coalesce((select place from last), 0))) as unsettled,
                   coalesce((select extract(epoch from max(clock_timestamp() - xact_start))
                               from pg_stat_activity where backend_xid is not null), 0)
                     as oldest_writer_seconds
            """)
        .query(EventLog.class)
        .single();
  }
}
