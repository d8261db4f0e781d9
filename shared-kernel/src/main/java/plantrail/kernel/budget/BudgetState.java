package plantrail.kernel.budget;

/** The states of a budget. How much of it is left is no state: it is computed. */
public enum BudgetState {
  ALLOCATED
}
