import type { Bilingual, Language, Severity } from '../../model/index.ts';
import { compactIri, type RDF, sh } from '../../rdf/index.ts';
import { pathText } from '../paths.ts';
import type { GraphResult } from '../validate-graph.ts';
import type { ResultGroup } from './report.ts';

export const SEVERITY_NAMES: Readonly<Record<Severity, Bilingual>> = {
  violation: { fr: 'violation', en: 'violation' },
  warning: { fr: 'avertissement', en: 'warning' },
  info: { fr: 'information', en: 'info' },
};

/** How IRIs and words are written. */
export interface Wording {
  readonly language: Language;
  readonly prefixes: Readonly<Record<string, string>>;
}

const ANONYMOUS: Bilingual = { fr: 'forme sans IRI', en: 'shape without IRI' };

/** A shape's name for people: its IRI, else that of the shape that holds it. */
export function shapeText(shape: RDF.Term, iri: string | undefined, { language, prefixes }: Wording): string {
  const name = shape.termType === 'NamedNode' ? shape.value : iri;
  return name === undefined ? ANONYMOUS[language] : compactIri(name, prefixes);
}

/** `MinCountConstraintComponent` → `sh:minCount`: the word that stands in the shapes. */
export function constraintText(component: string): string {
  if (!component.startsWith(sh.namespace)) return compactIri(component);
  if (component === `${sh.namespace}SPARQLConstraintComponent`) return 'sh:sparql';
  const name = component.slice(sh.namespace.length).replace(/ConstraintComponent$/, '');
  return `sh:${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}

/** `ex:Person › schema:name, sh:minCount`. */
export function kindText({ first, shape }: Pick<ResultGroup, 'first' | 'shape'>, wording: Wording): string {
  const names = [shapeText(shape, undefined, wording), shapeText(first.shape, first.shapeIri, wording)];
  const path =
    first.path === undefined ? [] : [pathText(first.path, (iri) => compactIri(iri, wording.prefixes))];
  return `${[...new Set([...names, ...path])].join(' › ')}, ${constraintText(first.component)}`;
}

/** A custom severity is told by its own name. */
export function severityText(
  { severity }: GraphResult,
  known: Severity,
  { language, prefixes }: Wording,
): string {
  const isKnown = severity.value.startsWith(sh.namespace);
  return isKnown ? SEVERITY_NAMES[known][language] : compactIri(severity.value, prefixes);
}
