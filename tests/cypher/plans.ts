import type { Driver } from 'neo4j-driver';

/** A step of a plan, as the driver gives it; its children come before it. */
interface Step {
  readonly operatorType: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
  readonly children: readonly Step[];
}

/** Ways into the graph that an index finds, or that are no way in: rows that came from elsewhere, counts that are kept. */
const THROUGH_INDEX =
  /^(Argument|EmptyRow|Unwind|ProcedureCall|NodeCountFromCountStore|RelationshipCountFromCountStore|MergeUniqueNode|(Multi)?Node(Unique)?IndexSeek(ByRange)?|NodeIndex(Scan|ContainsScan|EndsWithScan))$/;

/**
 * What is wrong with a statement's plan, sorted: every way in that no index finds (`NodeByLabelScan` of a whole label among
 * them), and every product of two sets of rows that nothing joins. Of two nodes found by one key each the product is one row.
 */
export async function faultsOf(
  driver: Driver,
  text: string,
  params: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, params);
  if (summary.plan === false) throw new Error('no plan');
  return [...new Set(faults(summary.plan))].sort();
}

function faults(step: Step): string[] {
  const operator = nameOf(step);
  if (step.children.length === 0) return THROUGH_INDEX.test(operator) ? [] : [operator];
  const own = operator === 'CartesianProduct' && !step.children.every(isOneNode) ? [operator] : [];
  return [...own, ...step.children.flatMap(faults)];
}

/** `NodeByLabelScan` of `NodeByLabelScan@neo4j`, `NodeUniqueIndexSeek` of `NodeUniqueIndexSeek(Locking)`. */
function nameOf(step: Step): string {
  return /^\w+/.exec(step.operatorType)?.[0] ?? '';
}

function isOneNode(step: Step): boolean {
  return nameOf(step) === 'NodeUniqueIndexSeek' && !/ IN /.test(String(step.arguments?.Details ?? ''));
}
