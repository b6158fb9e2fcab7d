import type { Bilingual, Severity, ShapeResult } from '../model/index.ts';
import { iriText, sh } from '../rdf/index.ts';
import { messageOf } from './messages.ts';
import { type Path, pathText } from './paths.ts';
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
    const message =
      known.get(key) ?? messageOf(graph, shape, component.slice(sh.namespace.length), parameter);
    known.set(key, message);
    return message;
  };
}

/** Turns findings into the platform's results: named shapes, sentences in both languages. */
export function createPresenter(graph: ShapeGraph): (finding: Finding, thing: string) => ShapeResult {
  const messageFor = createMessageFinder(graph);
  return (finding, thing) => {
    const { focusNode, shape, component, severity, path, value, said, sourceConstraint } = finding;
    return {
      thing,
      focusNode: focusNode.value,
      shape: shapeName(graph, shape),
      component: component.startsWith(sh.namespace) ? component.slice(sh.namespace.length) : component,
      severity: SEVERITIES[severity.value] ?? 'violation',
      ...(path === undefined ? {} : { path: pathName(path) }),
      ...(value === undefined ? {} : { value: value.value }),
      message: messageFor(finding),
      ...(said && { saidBy: sourceConstraint?.value ?? component }),
    };
  };
}

/** The predicate's IRI, or the path as SPARQL writes it. */
const pathName = (path: Path): string => (path.kind === 'predicate' ? path.iri : pathText(path, iriText));
