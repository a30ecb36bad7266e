import type { ChartIssue, IssueCode, Source } from './chart.ts';

export type Severity = ChartIssue['severity'];

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

/** Collects what is wrong with the input; equal issues are counted together, at the place that sorts first. */
export class IssueList {
  readonly #issues = new Map<string, ChartIssue>();

  add(issue: ChartIssue): void {
    const key = `${issue.code} ${issue.text} ${pathOf(issue.where)}`;
    const known = this.#issues.get(key);
    if (!known) {
      this.#issues.set(key, issue);
      return;
    }
    const count = (known.count ?? 1) + (issue.count ?? 1);
    this.#issues.set(key, { ...(issue.where < known.where ? issue : known), count });
  }

  report(code: IssueCode, severity: Severity, where: string, text: string, source?: Source, count?: number): void {
    this.add({ code, severity, where, text, ...(source ? { source } : {}), ...(count === undefined ? {} : { count }) });
  }

  /** Gravest first; the order does not depend on that of the input. */
  list(): ChartIssue[] {
    return [...this.#issues.values()].sort(
      (a, b) =>
        RANK[a.severity] - RANK[b.severity] ||
        compare(a.code, b.code) ||
        compare(a.text, b.text) ||
        compare(a.where, b.where),
    );
  }
}

/** What is common to the places of equal issues: resource type and element, not which resource or which of a list. */
function pathOf(where: string): string {
  return where.replace(/\/\S+/, '').replace(/\d+/g, '#');
}

/** Order of code units: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
