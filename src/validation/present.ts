import type { Bilingual, Severity, ShapeResult } from '../model/index.ts';
import { sh } from '../rdf/index.ts';
import { createAdviser, valueAndTerm } from './advice.ts';
import { componentName, messageOf } from './messages.ts';
import { pathName } from './path-name.ts';
import { shapeName } from './shape-complaint.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { termKey } from './term-keys.ts';
import type { Finding } from './visit.ts';

const SEVERITIES: Readonly<Record<string, Severity>> = {
  [sh.Violation]: 'violation',
  [sh.Warning]: 'warning',
  [sh.Info]: 'info',
};

/** Gives findings their sentences; the same constraint's are made once. */
export type MessageFinder = (finding: Finding) => Bilingual;

export function createMessageFinder(graph: ShapeGraph): MessageFinder {
  const known = new Map<string, Bilingual>();
  return ({ shape, component, parameter, said }) => {
    if (said) return said;
    const key = `${termKey(shape)} ${component} ${parameter ? termKey(parameter) : ''}`;
    const message = known.get(key) ?? messageOf(graph, shape, componentName(component), parameter);
    known.set(key, message);
    return message;
  };
}

/** Turns findings into the platform's results: named shapes, sentences in both languages, advice. */
export function createPresenter(graph: ShapeGraph): (finding: Finding, thing: string) => ShapeResult {
  const messageFor = createMessageFinder(graph);
  const adviseOn = createAdviser(graph, messageFor);
  return (finding, thing) => {
    const { focusNode, shape, component, severity, path, said } = finding;
    return {
      thing,
      focusNode: focusNode.value,
      shape: shapeName(graph, shape),
      component: componentName(component),
      severity: SEVERITIES[severity.value] ?? 'violation',
      ...(path === undefined ? {} : { path: pathName(path) }),
      ...valueAndTerm(finding),
      message: messageFor(finding),
      ...(said && { saidBy: queryName(finding, graph) }),
      ...adviseOn(finding),
    };
  };
}

/** The query that made a message: by its IRI, else by its position among those of the shape. */
function queryName({ shape, component, sourceConstraint }: Finding, graph: ShapeGraph): string {
  if (sourceConstraint?.termType === 'NamedNode') return sourceConstraint.value;
  const position = graph.objects(shape, sh.sparql).findIndex((one) => one.value === sourceConstraint?.value);
  return position < 0 ? component : `${component} ${position + 1}`;
}
