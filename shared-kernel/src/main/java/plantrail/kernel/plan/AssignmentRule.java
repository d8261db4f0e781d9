package plantrail.kernel.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.message.NotEmpty;

/**
 * Who does what by when: each agency that it binds gets one task of its own.
 *
 * @param id the rule's own mark, unique among the plan's assignment rules
 * @param item outline number of the item that it belongs to
 * @param title what is to be done
 * @param assignees whom it binds
 * @param roles their part in it, the first one leading on screen; {@link DutyRole#REQUEST} makes it
 *     a request
 * @param partners with whom, in the plan's words; null if not said
 * @param due a rule with a date; null for duties without a day (hằng năm, thường xuyên)
 * @param creates what it has to bring about; null for an ordinary duty
 */
public record AssignmentRule(
    String id,
    String item,
    String title,
    Assignees assignees,
    @NotEmpty List<DutyRole> roles,
    @Nullable String partners,
    @Nullable DueRule due,
    @Nullable Product creates) {
  public AssignmentRule {
    roles = List.copyOf(roles);
  }
}
