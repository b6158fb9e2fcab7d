import type { Complaint } from '../model/index.ts';
import type { House } from './house.ts';
import { checkNames } from './house-names.ts';
import { checkTargets } from './house-targets.ts';
import { checkUse } from './house-use.ts';
import { distinctComplaints } from './shape-complaint.ts';
import { ShapeGraph } from './shape-graph.ts';

/**
 * The rules that the project's own shapes keep beside SHACL's: every shape has an IRI, a name, a severity and, where it
 * judges, a message in both languages; its targets exist; somebody asks it; every dataset is judged. Shapes of others
 * need not keep them.
 */
export function checkHouseRules(house: House): Complaint[] {
  const graph = new ShapeGraph(house.shapes);
  return distinctComplaints([...checkNames(graph), ...checkTargets(graph, house), ...checkUse(graph, house)]);
}
