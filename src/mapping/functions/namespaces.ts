import type { Bilingual } from '../../model/index.ts';
import { rdf, xsd } from '../../rdf/index.ts';
import {
  type FunctionDescription,
  type FunctionExample,
  type FunctionParameter,
  POLICIES,
  type Run,
} from './function.ts';
import { FUNCTIONS_NAMESPACE } from './namespace.ts';

/** Functions of the platform; `cim:` in mappings. */
export const CIM = FUNCTIONS_NAMESPACE;
const CIM_PARAMETER = 'urn:cimaise:parameter:';
const CIM_OUTPUT = 'urn:cimaise:output:';
/** OpenRefine's functions as FnO describes them. */
export const GREL = 'http://users.ugent.be/~bjdmeest/function/grel.ttl#';
/** IDLab's functions, and the namespace they had before. */
export const IDLAB = 'https://w3id.org/imec/idlab/function#';
export const OLD_IDLAB = 'http://example.com/idlab/function/';

/** What a function gives: `fno:Output`. */
export interface Output {
  readonly iri: string;
  readonly predicate: string;
  readonly name: Bilingual;
  readonly type?: string;
}

const output = (
  namespace: string,
  local: string,
  predicate: string,
  name: Bilingual,
  type?: string,
): Output => ({
  iri: namespace + local,
  predicate: namespace + predicate,
  name,
  ...(type === undefined ? {} : { type }),
});

const STRING = { fr: 'texte', en: 'string' };
const BOOLEAN = { fr: 'vrai ou faux', en: 'boolean' };

export const OUTPUTS = {
  values: output(CIM_OUTPUT, 'valuesOut', 'values', { fr: 'valeurs', en: 'values' }, xsd.string),
  string: output(GREL, 'stringOut', 'stringOutput', STRING, xsd.string),
  number: output(GREL, 'output_number', 'o_number', { fr: 'nombre entier', en: 'integer' }, xsd.integer),
  decimal: output(GREL, 'output_decimal', 'o_decimal', { fr: 'nombre', en: 'decimal' }, xsd.decimal),
  bool: output(GREL, 'output_bool', 'o_bool', BOOLEAN, xsd.boolean),
  date: output(GREL, 'output_date', 'o_date', { fr: 'date', en: 'date' }, xsd.date),
  array: output(GREL, 'output_array', 'o_array', { fr: 'liste', en: 'array' }, `${rdf.namespace}List`),
  any: output(GREL, 'output_any', 'o_any', { fr: 'valeurs', en: 'any' }, `${xsd.namespace}any`),
  idlabString: output(IDLAB, '_stringOut', 'stringOut', STRING, xsd.string),
  idlabBool: output(IDLAB, '_boolOut', 'o_boolOut', BOOLEAN, xsd.boolean),
} as const satisfies Record<string, Output>;

/** Every output by the IRIs that name it. */
export const OUTPUT_BY_IRI: ReadonlyMap<string, Output> = new Map(
  Object.values(OUTPUTS).flatMap((one: Output) => [
    [one.iri, one],
    [one.predicate, one],
  ]),
);

/** Datatypes that values of an output have by nature: strings, lists and anything have none to speak of. */
const NATURAL: readonly string[] = [xsd.integer, xsd.decimal, xsd.boolean, xsd.date];

/** A call and what it gives, in one row. */
export type Example = readonly [
  args: FunctionExample['args'],
  gives: string | readonly string[],
  ...notes: readonly string[],
];

export interface Entry {
  readonly namespace: string;
  readonly name: string;
  readonly description: Bilingual;
  readonly parameters: readonly FunctionParameter[];
  readonly output: Output;
  readonly run: Run;
  readonly examples: readonly Example[];
}

/** French as it is printed: spaces that do not break before double signs and inside quotes. */
const printed = ({ fr, en }: Bilingual): Bilingual => ({
  fr: fr.replace(/ ([:;?!»])/g, '\u00a0$1').replaceAll('« ', '«\u00a0'),
  en,
});

/** Makes an entry of the registry. */
export function describe({
  namespace,
  name,
  output: out,
  examples,
  run,
  ...rest
}: Entry): FunctionDescription {
  const natural = NATURAL.includes(out.type ?? '') ? out.type : undefined;
  return {
    iri: namespace + name,
    name,
    description: printed(rest.description),
    parameters: rest.parameters.map((one) => ({ ...one, description: printed(one.description) })),
    run,
    outputs: [out.iri, out.predicate],
    ...(natural === undefined ? {} : { datatype: natural }),
    examples: examples.map(([args, gives, ...notes]) => ({
      args,
      gives: typeof gives === 'string' ? [gives] : gives,
      ...(notes.length > 0 ? { notes } : {}),
    })),
  };
}

/** A parameter of the platform's functions, before one knows whose it is. */
export type Draft = Omit<FunctionParameter, 'iri' | 'predicate'>;

export const parameter = (name: string, fr: string, en: string): Draft => ({
  name,
  required: true,
  description: { fr, en },
});

export const optional = (draft: Draft): Draft => ({ ...draft, required: false });

export const VALUE = parameter('value', 'le ou les textes à traiter', 'the text or texts to work on');
export const MISSES: Draft = {
  ...parameter(
    'misses',
    'ce qui arrive à une valeur illisible : « fault » la compte comme faute (par défaut), « quiet » la laisse, « literal » la rend telle quelle',
    'what happens to an unreadable value: “fault” counts it as a fault (the default), “quiet” leaves it, “literal” gives it as it is',
  ),
  required: false,
  oneOf: POLICIES,
};

/** A function of the platform. */
export const cim = (
  name: string,
  fr: string,
  en: string,
  drafts: readonly Draft[],
  run: Run,
  examples: readonly Example[],
): FunctionDescription =>
  describe({
    namespace: CIM,
    name,
    description: { fr, en },
    parameters: drafts.map((draft) => ({
      ...draft,
      predicate: CIM_PARAMETER + draft.name,
      iri: `${CIM}${name}/${draft.name}`,
    })),
    output: OUTPUTS.values,
    run,
    examples,
  });
