/** One element of a record: names are expanded as `{namespace}local`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

/** All text below an element, white space collapsed. */
export const xmlText = (element: XmlElement): string => rawText(element).replace(/\s+/g, ' ').trim();

/** Text directly in an element, white space collapsed. */
const ownText = (element: XmlElement): string =>
  element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const rawText = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('');

type Step = (element: XmlElement) => readonly XmlElement[];

/**
 * Compiles the part of XPath 1.0 that references use: `a/b`, `//b`, `*`, `.`, a final `@attribute` or `text()`, and
 * predicates `[@a='v']`, `[a='v']`, `[2]`. Prefixes are those of the source. Undefined where it is not understood.
 */
export function compileXmlPath(
  path: string,
  namespaces: Readonly<Record<string, string>>,
): ((element: XmlElement) => readonly string[]) | undefined {
  const parts = splitPath(path);
  if (parts === undefined) return undefined;
  const last = parts.at(-1) ?? '.';
  const value = finalValue(last, namespaces);
  const steps = (value ? parts.slice(0, -1) : parts).map((part) => compileStep(part, namespaces));
  if (steps.some((step) => step === undefined)) return undefined;
  const read = value ?? ((element: XmlElement) => xmlText(element));
  return (element) => {
    let found: readonly XmlElement[] = [element];
    for (const step of steps as Step[]) found = [...new Set(found.flatMap(step))];
    return found.map(read).filter((text): text is string => text !== undefined && text !== '');
  };
}

const STEP = String.raw`(?:[^/[\]]|\[[^\]]*\])+`;
const PATH = new RegExp(`^(?://)?${STEP}(?://?${STEP})*$`);
const STEPS = new RegExp(`//${STEP}|${STEP}`, 'g');

/** Cuts at slashes outside predicates; `//x` becomes the step `//x`. */
const splitPath = (path: string): string[] | undefined =>
  PATH.test(path) ? (path.match(STEPS) ?? undefined) : undefined;

function finalValue(part: string, namespaces: Readonly<Record<string, string>>) {
  if (part === 'text()') return (element: XmlElement) => ownText(element);
  if (!part.startsWith('@')) return undefined;
  const name = expandName(part.slice(1), namespaces);
  return (element: XmlElement) => element.attributes.get(name);
}

function compileStep(part: string, namespaces: Readonly<Record<string, string>>): Step | undefined {
  const match = /^(\/\/)?([\p{L}\p{N}_.:*-]+)((?:\[[^\]]*\])*)$/u.exec(part);
  if (!match) return undefined;
  const [, deep, name = '', predicates = ''] = match;
  const tests = (predicates.match(/\[[^\]]*\]/g) ?? []).map((text) => compilePredicate(text, namespaces));
  if (tests.some((test) => test === undefined)) return undefined;
  const wanted = expandName(name, namespaces);
  const matches = (element: XmlElement) => name === '*' || element.name === wanted;
  return (element) => {
    if (name === '.') return [element];
    let found = (deep ? descendants(element) : elements(element)).filter(matches);
    for (const test of tests as Predicate[]) found = found.filter(test);
    return found;
  };
}

type Predicate = (element: XmlElement, index: number) => boolean;

function compilePredicate(text: string, namespaces: Readonly<Record<string, string>>): Predicate | undefined {
  const position = /^\[(\d+)\]$/.exec(text)?.[1];
  if (position !== undefined) return (_, index) => index + 1 === Number(position);
  const match = /^\[(@?[\p{L}\p{N}_.:-]+)\s*=\s*(?:'([^']*)'|"([^"]*)")\]$/u.exec(text);
  if (!match) return undefined;
  const value = match[2] ?? match[3] ?? '';
  const read = compileXmlPath(match[1] ?? '', namespaces);
  return read && ((element) => read(element).includes(value));
}

const elements = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string');

const descendants = (element: XmlElement): XmlElement[] =>
  elements(element).flatMap((child) => [child, ...descendants(child)]);

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** `lido:lido` → `{http://www.lido-schema.org}lido`; without prefix, no namespace. `xml:` needs no declaration. */
export function expandName(name: string, namespaces: Readonly<Record<string, string>>): string {
  const colon = name.indexOf(':');
  if (colon < 0) return name;
  const prefix = name.slice(0, colon);
  return `{${namespaces[prefix] ?? (prefix === 'xml' ? XML_NAMESPACE : '')}}${name.slice(colon + 1)}`;
}

/** The first prefix of a path that has no namespace. */
export function undeclaredPrefix(
  path: string,
  namespaces: Readonly<Record<string, string>>,
): string | undefined {
  const names = path.replace(/'[^']*'|"[^"]*"/g, '').match(/[\p{L}\p{N}_.-]+(?=:[^:])/gu) ?? [];
  return names.find((prefix) => prefix !== 'xml' && !Object.hasOwn(namespaces, prefix));
}
