package plantrail.command.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The aggregates that were last decided upon on this node, so that the next step of one need not
 * read its record again. Another node may meanwhile have gone on with it: a "yes" from here is
 * proven by the log itself, which takes no second event of the same number; a "no" is not, so
 * {@link LocalCommandBus} asks again without it.
 */
@Component(RecentAggregates.NAME)
public class RecentAggregates implements Cache {
  /** Name of the bean, for the aggregates' annotation. */
  public static final String NAME = "recentAggregates";

  private static final float LOAD_FACTOR = 0.75f;

  private final Map<Object, Object> kept;
  private final ThreadLocal<@Nullable Object> usedHere = new ThreadLocal<>();

  RecentAggregates(@Value("${plantrail.recent-aggregates:10000}") int most) {
    this.kept =
        new LinkedHashMap<>(16, LOAD_FACTOR, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > most;
          }
        };
  }

  /** Forgets which aggregate was last taken from here by this thread. */
  void forgetUse() {
    usedHere.remove();
  }

  /** Drops the aggregate that this thread last took from here; tells whether there was one. */
  boolean dropUsed() {
    Object used = usedHere.get();
    usedHere.remove();
    if (used == null) {
      return false;
    }
    remove(used);
    return true;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the shape is Axon's
  public <K, V> @Nullable V get(K key) {
    Object found;
    synchronized (kept) {
      found = kept.get(key);
    }
    if (found != null) {
      usedHere.set(key);
    }
    return (V) found;
  }

  @Override
  public void put(Object key, Object value) {
    synchronized (kept) {
      kept.put(key, value);
    }
  }

  @Override
  public boolean putIfAbsent(Object key, Object value) {
    synchronized (kept) {
      return kept.putIfAbsent(key, value) == null;
    }
  }

  @Override
  public boolean remove(Object key) {
    synchronized (kept) {
      return kept.remove(key) != null;
    }
  }

  @Override
  public void removeAll() {
    synchronized (kept) {
      kept.clear();
    }
  }

  @Override
  public boolean containsKey(Object key) {
    synchronized (kept) {
      return kept.containsKey(key);
    }
  }

  @Override
  public Registration registerCacheEntryListener(EntryListener listener) {
    return () -> true;
  }
}
