package plantrail.command.model.domain;

import org.jspecify.annotations.Nullable;

/** What a decision about one model needs to know of others. */
public interface Models {
  /** The model as its record tells at this moment; null if there is none. */
  @Nullable Model find(String modelId);
}
