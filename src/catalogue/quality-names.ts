import { folded } from '../documents/index.ts';
import { datasetIri, type ShapeResult } from '../model/index.ts';
import { shortHash } from './short-hash.ts';

/** The document and graph of what is said of a dataset's quality. */
export const qualityIri = (base: string, slug: string): string => `${datasetIri(base, slug)}/quality`;

/** The document of the metrics that all datasets share. */
export const metricsIri = (base: string): string => `${base}def/quality`;

/** What makes two results of one kind. */
export type ResultKind = Pick<ShapeResult, 'shape' | 'component' | 'path' | 'severity'>;

/** `musee-nom-mincount-5f0c6a1b`: readable, and the same for the same constraint in every release. */
export function kindName({ shape, component, path, severity }: ResultKind): string {
  const tail = shape
    .split('/')
    .at(-1)
    ?.split('#')
    .map(folded)
    .filter((part) => part !== '')
    .join('-');
  // Components of others are known by their IRIs.
  const constraint = folded(
    component
      .replace(/ConstraintComponent$/, '')
      .split(/[/#]/)
      .at(-1) ?? '',
  );
  const hash = shortHash(JSON.stringify([shape, component, path ?? null, severity]));
  return [tail, constraint, hash].filter(Boolean).join('-');
}
