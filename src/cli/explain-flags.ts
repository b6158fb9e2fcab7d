import { type Bilingual, Fault } from '../model/index.ts';
import { isIri } from '../rdf/index.ts';
import type { Reading } from '../validation/index.ts';
import { assertBase, wrongOption } from './wrong-option.ts';

export const EXPLANATION_FORMATS = ['text', 'json'] as const;
export type ExplanationFormat = (typeof EXPLANATION_FORMATS)[number];

/** Options of `cimaise explain` as they were typed. */
export interface ExplainFlags {
  readonly data?: readonly string[];
  readonly shapes?: readonly string[];
  readonly ontology?: readonly string[];
  readonly base?: string;
  readonly reading?: Reading;
  readonly format?: ExplanationFormat;
  /** `dataset=file`, as `build` takes them. */
  readonly source?: readonly string[];
}

/** Options of `cimaise explain`, understood. */
export type ExplainOptions = {
  readonly resource: string;
  readonly format: ExplanationFormat;
} & (
  | { readonly kind: 'project'; readonly sources: readonly string[] }
  | {
      readonly kind: 'files';
      readonly data: readonly string[];
      readonly shapes: readonly string[];
      readonly ontologies: readonly string[];
      /** What relative IRIs of all files are resolved against. Undefined: each file's own address. */
      readonly base: string | undefined;
      readonly reading: Reading;
    }
);

/**
 * @param projectBase base of a project's IRIs
 * @throws Fault naming the option or the IRI, and what to write instead
 */
export function parseExplainFlags(typed: string, flags: ExplainFlags, projectBase: string): ExplainOptions {
  const { data, shapes, ontology: ontologies = [], base, reading, format = 'text', source = [] } = flags;
  if (data && shapes) {
    assertBase(base);
    const resource = iriOf(typed, (path) => (base === undefined ? undefined : base + path));
    return { kind: 'files', resource, format, data, shapes, ontologies, base, reading: reading ?? 'house' };
  }
  const alone = Object.entries({
    '--data': data,
    '--shapes': shapes,
    '--ontology': flags.ontology,
    '--base': base,
    '--reading': reading,
  }).find(([, value]) => value !== undefined);
  if (alone) throw wrongOption(alone[0], [alone[1]].flat().join(' '), BOTH);
  const resource = iriOf(typed, (path) => projectBase + inProject(path));
  return { kind: 'project', resource, format, sources: source };
}

/** `musees/M1` or `id/musees/M1` → the path below the base. */
const inProject = (path: string): string => (path.startsWith('id/') ? path : `id/${path}`);

/** A whole IRI, in angle brackets or not, or a path below a base. */
function iriOf(typed: string, below: (path: string) => string | undefined): string {
  const bare = /^<(.*)>$/.exec(typed)?.[1] ?? typed;
  const iri = isIri(bare) ? bare : below(bare.replace(/^\//, ''));
  if (bare !== '' && iri !== undefined && isIri(iri)) return iri;
  throw new Fault({ fr: `« ${typed} » n’est pas un IRI.`, en: `“${typed}” is no IRI.` }, AN_IRI);
}

const AN_IRI: Bilingual = {
  fr: 'Donnez-le en entier, par exemple https://data.exemple.fr/id/musees/M5031, ou, dans un projet, sa fin : musees/M5031.',
  en: 'Give it whole, https://data.example.org/id/musees/M5031 for example, or, in a project, its end: musees/M5031.',
};

const BOTH: Bilingual = {
  fr: 'Donnez --data et --shapes ensemble pour expliquer une ressource de fichiers ; sans eux, le projet est lu.',
  en: 'Give --data and --shapes together to explain a resource of files; without them, the project is read.',
};
