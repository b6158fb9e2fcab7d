import { nearest } from '../documents/index.ts';
import { type Complaint, PARAMETER_TYPES, type ParameterType, type QueryParameter } from '../model/index.ts';
import { parameterFault } from './parameter-complaints.ts';
import { acceptedValues, readParameterValue } from './parameter-values.ts';

/** What a query file is read with. */
export interface QueryFile {
  /** Path as complaints give it. */
  readonly file: string;
  readonly text: string;
  readonly base: string;
  /** Slugs of the datasets that are declared. */
  readonly slugs: readonly string[];
}

const LINE = /^#\s*@param\.([^\s.]+)(?:\.(\S+))?\s*(.*)$/;
const NAME = /^[a-z][a-z0-9_]*$/;
/** Words of an address that mean something everywhere. */
const RESERVED: readonly string[] = ['lang', 'format'];

interface Declared {
  readonly name: string;
  readonly line: number;
  readonly rule: string;
}

/** Reads `# @param.<name> <type> …` and `# @param.<name>.fr …`, `.en …` of an opening comment. */
export function readParameters(source: QueryFile, complaints: Complaint[]): readonly QueryParameter[] {
  const lines = source.text.split(/\r\n|\n/).map((text, at) => ({ found: LINE.exec(text), line: at + 1 }));
  const declared: Declared[] = [];
  const texts = new Map<string, string>();
  for (const { found, line } of lines) {
    if (!found) continue;
    const [, name = '', language, rest = ''] = found;
    if (language === undefined) declared.push({ name, line, rule: rest.trim() });
    else if (language === 'fr' || language === 'en') texts.set(`${name}.${language}`, rest.trim());
    else complaints.push(parameterFault(source, line, { kind: 'other-language', name, language }));
  }
  checkTexts(source, { declared, texts }, complaints);
  return declared.flatMap((one, at) => {
    if (declared.findIndex(({ name }) => name === one.name) < at) {
      complaints.push(parameterFault(source, one.line, { kind: 'twice', name: one.name }));
      return [];
    }
    const parameter = parameterOf(source, one, { texts, complaints });
    return parameter ? [parameter] : [];
  });
}

function checkTexts(
  source: QueryFile,
  {
    declared,
    texts,
  }: { readonly declared: readonly Declared[]; readonly texts: ReadonlyMap<string, string> },
  complaints: Complaint[],
): void {
  for (const { name, line } of declared)
    if (!texts.get(`${name}.fr`) || !texts.get(`${name}.en`))
      complaints.push(parameterFault(source, line, { kind: 'undescribed', name }));
  const names = declared.map(({ name }) => name);
  for (const key of texts.keys()) {
    const name = key.slice(0, -3);
    if (!names.includes(name))
      complaints.push(
        parameterFault(source, undefined, { kind: 'untyped', name, near: nearest(name, names) }),
      );
  }
}

function parameterOf(
  source: QueryFile,
  { name, line, rule }: Declared,
  { texts, complaints }: { readonly texts: ReadonlyMap<string, string>; readonly complaints: Complaint[] },
): QueryParameter | undefined {
  const refuse = (fault: Parameters<typeof parameterFault>[2]) => {
    complaints.push(parameterFault(source, line, fault));
    return undefined;
  };
  if (!NAME.test(name) || RESERVED.includes(name)) return refuse({ kind: 'bad-name', name });
  const [type = '', ...rest] = rule.split(/\s+/);
  if (!isType(type))
    return refuse({ kind: 'unknown-type', name, type, near: nearest(type, PARAMETER_TYPES) });
  const read = rulesOf(rest.join(' '));
  if (read.unknown !== undefined) return refuse({ kind: 'unknown-rule', name, word: read.unknown });
  const parameter: QueryParameter = {
    name,
    place: { file: source.file, line },
    type,
    description: { fr: texts.get(`${name}.fr`) ?? name, en: texts.get(`${name}.en`) ?? name },
    ...read.rules,
  };
  const fault = faultOf(parameter, source);
  return fault ? refuse(fault) : parameter;
}

const isType = (text: string): text is ParameterType => (PARAMETER_TYPES as readonly string[]).includes(text);

type Rules = Omit<QueryParameter, 'name' | 'place' | 'type' | 'description'>;

const RULES: readonly (readonly [RegExp, (value: string) => Partial<Rules>])[] = [
  [/^in (\S+)/, (dataset) => ({ dataset })],
  [/^one of (\S+)/, (list) => ({ choices: list.split('|').filter((one) => one !== '') })],
  [/^from (\S+)/, (minimum) => ({ minimum })],
  [/^to (\S+)/, (maximum) => ({ maximum })],
  [/^as (limit|offset)\b/, (role) => ({ role: role as 'limit' | 'offset' })],
  [/^required\b/, () => ({ isRequired: true })],
  [/^= (.+)$/, (value) => ({ default: value.trim() })],
  [/^example (.+)$/, (example) => ({ example: example.trim() })],
];

/** The rules after the type; the default or the example takes the rest of the line. */
function rulesOf(text: string): { readonly rules: Rules; readonly unknown?: string } {
  let rules: Rules = { isRequired: false };
  let rest = text.trim();
  while (rest !== '') {
    const row = RULES.find(([pattern]) => pattern.test(rest));
    const found = row?.[0].exec(rest);
    if (!row || !found) return { rules, unknown: rest };
    rules = { ...rules, ...row[1](found[1] ?? '') };
    rest = rest.slice(found[0].length).trim();
  }
  return { rules };
}

/** What cannot be so, beyond the form of the line. */
function faultOf(parameter: QueryParameter, { base, slugs }: QueryFile) {
  const { name, type, dataset, role, isRequired, example, choices = [], minimum, maximum } = parameter;
  if (dataset !== undefined && type !== 'iri') return { kind: 'dataset-of-literal', name, type } as const;
  if (dataset !== undefined && !slugs.includes(dataset))
    return { kind: 'unknown-dataset', name, dataset, near: nearest(dataset, slugs) } as const;
  if (isRequired && parameter.default !== undefined) return { kind: 'required-with-default', name } as const;
  if (isRequired && example === undefined) return { kind: 'no-example', name } as const;
  if (
    role !== undefined &&
    (type !== 'integer' ||
      minimum === undefined ||
      maximum === undefined ||
      Number(minimum) < 0 ||
      parameter.default === undefined)
  )
    return { kind: 'unbounded-role', name, role } as const;
  const values = [parameter.default, example, minimum, maximum, ...choices];
  const wrong = values.find(
    (one) => one !== undefined && readParameterValue(parameter, one, base).kind === 'refused',
  );
  if (wrong !== undefined)
    return { kind: 'bad-value', name, value: wrong, accepted: acceptedValues(parameter) } as const;
  return undefined;
}
