package plantrail.kernel.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who signed (Decree 30/2020/NĐ-CP, Article 13).
 *
 * @param name the person's name
 * @param position the person's post; null if not given
 * @param capacities how the signature stands for the body (TM., KT., TL., TUQ., Q.), outermost
 *     first
 */
public record Signer(String name, @Nullable String position, List<String> capacities) {
  public Signer {
    capacities = List.copyOf(capacities);
  }
}
