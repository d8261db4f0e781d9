package plantrail.standalone.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.model.AwardKind;

/**
 * What is told of a plan's life, beside which its people play.
 *
 * @param stories what happened step by step
 * @param recurring duties that are done again and again
 * @param awards what models of the plan are given, the issuer's own award first
 * @param demanded reports that were opened on demand
 */
record PlanLife(
    List<Story> stories, List<Recurrence> recurring, List<Award> awards, List<Demand> demanded) {

  /** Marks of the targets of which stories are told. */
  List<String> targets() {
    return stories.stream().map(Story::target).filter(Objects::nonNull).toList();
  }

  /**
   * What happened to a task, to a target, or to something that begins in the story. What is told of
   * a task is all that happens to it.
   *
   * @param assignment mark of the task's assignment rule
   * @param agency code of the task's responsible agency
   * @param target mark of the target
   */
  record Story(
      @Nullable String assignment,
      @Nullable String agency,
      @Nullable String target,
      List<Step> steps) {}

  /**
   * A step.
   *
   * @param day local day
   * @param by code of the agency that takes it
   * @param give name of the command
   * @param with the command's fields, but for the identifiers of what the story is about
   */
  record Step(LocalDate day, String by, String give, Map<String, Object> with) {}

  /**
   * A duty that is done again and again.
   *
   * @param assignment mark of the assignment rule
   * @param every how often
   * @param oneIn among how many agencies one notes it each time
   */
  record Recurrence(String assignment, Frequency every, int oneIn) {}

  /**
   * An award.
   *
   * @param by code of the agency that gives it; to another than the issuer it is proposed first
   */
  record Award(String by, AwardKind award) {}

  /**
   * A report of all that a rule binds, opened on demand by the focal agency.
   *
   * @param rule mark of the reporting rule
   * @param period label of the period reported on
   * @param day local day on which it is opened
   * @param due last timely day, local date
   */
  record Demand(String rule, String period, LocalDate day, LocalDate due) {}
}
