package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.query.budgets.BudgetPage;
import plantrail.query.budgets.FindBudgets;
import plantrail.query.consolidations.ConsolidationPage;
import plantrail.query.consolidations.FindConsolidations;
import plantrail.query.history.FindHistory;
import plantrail.query.history.HistoryPage;
import plantrail.query.inspections.FindInspections;
import plantrail.query.inspections.InspectionPage;
import plantrail.query.models.FindModels;
import plantrail.query.models.ModelPage;
import plantrail.query.obstacles.FindObstacles;
import plantrail.query.obstacles.ObstaclePage;
import plantrail.query.planregister.FindPlans;
import plantrail.query.planregister.GetPlan;
import plantrail.query.planregister.PlanAnswer;
import plantrail.query.planregister.PlanPage;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;
import plantrail.query.reportmatrix.GetReportMatrix;
import plantrail.query.reportmatrix.ReportMatrix;
import plantrail.query.targets.FindTargets;
import plantrail.query.targets.TargetPage;
import plantrail.query.taskboard.FindTasks;
import plantrail.query.taskboard.TaskPage;
import plantrail.query.taskboard.TaskView;

/** The register of plans, and one plan with its tabs. */
@Controller
class PlanScreens {
  private final Queries queries;

  PlanScreens(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/plans")
  String plans(Actor me, When when, FindPlans.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "found", queries.ask(new FindPlans(me, when, filter, paging), PlanPage.class));
    return "plans";
  }

  /** The agencies to which an item of the plan is charged: a part of the plan's tree. */
  @GetMapping("/plans/{id}/duties")
  String duties(
      Actor me,
      When when,
      @PathVariable String id,
      @RequestParam String item,
      Paging paging,
      Model model) {
    TaskPage found =
        queries.ask(
            new FindTasks(
                me,
                when,
                FindTasks.Filter.ofItem(id, item),
                new Paging(paging.page(), paging.size(), "agency", null)),
            TaskPage.class);
    model.addAttribute("found", found);
    model.addAttribute(
        "several", found.items().stream().map(TaskView::title).distinct().count() > 1);
    return "duties";
  }

  @GetMapping("/plans/{id}")
  String plan(
      Actor me,
      When when,
      @PathVariable String id,
      @RequestParam(defaultValue = "duties") String tab,
      Paging paging,
      Model model) {
    PlanAnswer plan = queries.ask(new GetPlan(me, when, id), PlanAnswer.class);
    model.addAttribute("plan", plan.plan());
    model.addAttribute("answer", plan);
    model.addAttribute("tab", tab);
    model.addAttribute(
        "watched", PlanWorkflow.watches(me, plan.plan().issuer(), plan.plan().focal()));
    switch (tab) {
      case "reports" -> {
        ReportMatrix matrix = queries.ask(new GetReportMatrix(me, when, id), ReportMatrix.class);
        ConsolidationPage made =
            queries.ask(
                new FindConsolidations(me, when, FindConsolidations.Filter.ofPlan(id), paging),
                ConsolidationPage.class);
        model.addAttribute("matrix", matrix);
        model.addAttribute("consolidations", made);
        model.addAttribute("beginnings", Beginning.consolidations(me, plan, matrix, made.items()));
        model.addAttribute("calls", Beginning.calls(me, plan));
      }
      case "inspections" ->
          model.addAttribute(
              "inspections",
              queries.ask(
                  new FindInspections(me, when, new FindInspections.Filter(id, null, null), paging),
                  InspectionPage.class));
      case "obstacles" ->
          model.addAttribute(
              "obstacles",
              queries.ask(
                  new FindObstacles(me, when, FindObstacles.Filter.ofPlan(id), paging),
                  ObstaclePage.class));
      case "history" -> {
        HistoryPage history =
            queries.ask(
                new FindHistory(
                    me, when, FindHistory.Filter.ofPlan(id), HistoryScreen.latestFirst(paging)),
                HistoryPage.class);
        model.addAttribute("history", history);
        model.addAttribute("subjects", HistoryScreen.subjects(history, when, queries));
        model.addAttribute("changes", HistoryScreen.changes(history.items(), when, queries));
      }
      case "targets" ->
          model.addAttribute(
              "targets",
              queries.ask(
                  new FindTargets(me, when, FindTargets.Filter.ofPlan(id), paging),
                  TargetPage.class));
      case "budgets" -> {
        model.addAttribute(
            "budgets",
            queries.ask(
                new FindBudgets(me, when, FindBudgets.Filter.ofPlan(id), paging),
                BudgetPage.class));
        model.addAttribute("beginnings", Beginning.budgets(me, plan));
      }
      case "models" ->
          model.addAttribute(
              "models",
              queries.ask(
                  new FindModels(me, when, FindModels.Filter.ofPlan(id), paging), ModelPage.class));
      default -> model.addAttribute("tree", DutyTree.of(plan.items()));
    }
    return "plan";
  }
}
