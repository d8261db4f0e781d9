package plantrail.standalone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;

/**
 * What is told of a plan's life, beside which its people play.
 *
 * @param stories what happened step by step
 * @param awards what models of the plan are given, the issuer's own award first
 * @param demanded reports that were opened on demand
 * @param amended how the issuer amended it, in the order of the days
 * @param settled when its open work was gone through, in the order of the days
 */
record PlanLife(
    List<Story> stories,
    List<Award> awards,
    List<Demand> demanded,
    List<Amendment> amended,
    List<Settlement> settled) {

  /** Whether a duty still stands on that local day: no amendment has withdrawn it. */
  boolean stands(String assignment, LocalDate day) {
    return amended.stream()
        .filter(each -> !each.day().isAfter(day))
        .flatMap(each -> each.withdrawn().stream())
        .noneMatch(each -> each.assignment().equals(assignment));
  }

  /**
   * What happened to a task, or to something that begins in the story. What is told of a task is
   * all that happens to it.
   *
   * @param assignment mark of the task's assignment rule
   * @param agency code of the task's responsible agency
   */
  record Story(@Nullable String assignment, @Nullable String agency, List<Step> steps) {}

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

  /**
   * An amendment by the issuer.
   *
   * @param day local day
   * @param reason why
   * @param basis document that amends the plan
   */
  record Amendment(
      LocalDate day,
      String reason,
      String basis,
      List<Moved> moved,
      List<Added> added,
      List<Withdrawn> withdrawn) {

    /** The same of the plan as it stood in that version. */
    AmendPlan of(PlanIssued plan, int version) {
      List<AmendPlan.Clause> clauses = new ArrayList<>();
      Map<String, AssignmentRule> assignments = new LinkedHashMap<>();
      plan.assignments().forEach(each -> assignments.put(each.id(), each));
      for (Moved each : moved) {
        clauses.add(clause(each.assignment(), each.clause()));
        assignments.computeIfPresent(each.assignment(), (id, rule) -> due(rule, each.due()));
      }
      for (Withdrawn each : withdrawn) {
        clauses.add(clause(each.assignment(), each.clause()));
        assignments.remove(each.assignment());
      }
      for (Added each : added) {
        clauses.add(clause(each.assignment().id(), each.clause()));
        assignments.put(each.assignment().id(), each.assignment());
      }
      return new AmendPlan(
          new PlanId(plan.planId()),
          version,
          reason,
          basis,
          null,
          clauses,
          null,
          List.copyOf(assignments.values()),
          null,
          null);
    }

    private static AmendPlan.Clause clause(String assignment, String clause) {
      return new AmendPlan.Clause(PlanChange.Part.ASSIGNMENT, assignment, clause);
    }

    private static AssignmentRule due(AssignmentRule rule, DueRule due) {
      return new AssignmentRule(
          rule.id(),
          rule.item(),
          rule.title(),
          rule.assignees(),
          rule.roles(),
          rule.partners(),
          due,
          rule.creates());
    }
  }

  /**
   * A duty that is due on another day.
   *
   * @param assignment mark of the assignment rule
   * @param clause clause of the amending document
   */
  record Moved(String assignment, DueRule due, String clause) {}

  /**
   * A duty that is new; it names its agencies one by one.
   *
   * @param clause clause of the amending document
   */
  record Added(AssignmentRule assignment, String clause) {}

  /**
   * A duty that is no more.
   *
   * @param assignment mark of the assignment rule
   * @param clause clause of the amending document
   */
  record Withdrawn(String assignment, String clause) {}

  /**
   * All that is open and of which nothing else is played any more is gone through.
   *
   * @param from first local day
   * @param to last local day
   * @param left one in so many stays as it is; 0 if none does
   * @param done one in so many of the others is done after all; 0 if none is
   * @param reason why the rest is called off
   */
  record Settlement(LocalDate from, LocalDate to, int left, int done, String reason) {

    boolean leaves(Chance chance) {
      return left > 0 && chance.oneIn(left);
    }

    boolean isDone(Chance chance) {
      return done > 0 && chance.oneIn(done);
    }
  }
}
