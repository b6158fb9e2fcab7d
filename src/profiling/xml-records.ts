import type { Guess } from '../model/index.ts';
import { figures, quoted } from './sentences.ts';

/** What one record of an XML document is, and the prefixes that its references need. */
export interface FoundRecords {
  readonly iterator: Guess<string>;
  readonly namespaces: Readonly<Record<string, string>>;
}

/** Records of the standards that museums and archives exchange, by namespace and local name. */
const KNOWN: readonly (readonly [namespace: RegExp, local: string, deep: boolean])[] = [
  [/lido-schema\.org/, 'lido', false],
  [/openarchives\.org\/OAI\/2\.0\/$/, 'record', false],
  [/^$|ead|1-931666-22-9/, 'c', true],
  [/^$|ead|1-931666-22-9/, 'c01', true],
  [/1-931666-33-4/, 'eac-cpf', false],
  [/MARC21\/slim|marcxchange/i, 'record', false],
];

/** Prefixes that people know namespaces by. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/openarchives\.org\/OAI\/2\.0\/$/, 'oai'],
  [/1-931666-22-9/, 'ead'],
  [/1-931666-33-4/, 'eac'],
  [/lido-schema\.org/, 'lido'],
  [/MARC21\/slim/, 'marc'],
];

interface Element {
  readonly steps: readonly string[];
  readonly local: string;
  readonly namespace: string;
  count: number;
  /** Elements inside. */
  inside: number;
}

/** Finds the element that is repeated for each record: a known one, else the most frequent that holds others. */
export function findXmlRecords(text: string): FoundRecords {
  const { elements, namespaces } = scan(text);
  const known = KNOWN.flatMap(([namespace, local, deep]) =>
    elements
      .filter((one) => one.local === local && namespace.test(one.namespace))
      .slice(0, 1)
      .map((one) => ({ one, deep })),
  )[0];
  if (known !== undefined) {
    const { one, deep } = known;
    const last = one.steps.at(-1) ?? '';
    return { namespaces, iterator: guess(deep ? `//${last}` : `/${one.steps.join('/')}`, one, 0.95) };
  }
  const repeated = elements
    .filter(({ steps, inside }) => steps.length > 1 && inside > 0)
    .sort((a, b) => weight(b) - weight(a))[0];
  const root = elements[0];
  if (repeated !== undefined && repeated.count > 1)
    return { namespaces, iterator: guess(`/${repeated.steps.join('/')}`, repeated, 0.8) };
  return { namespaces, iterator: guess(`/${root?.steps.join('/') ?? '*'}`, root, 0.5) };
}

/** Often, with much inside, and near the root. */
const weight = ({ steps, count, inside }: Element): number =>
  count > 1 ? (count + inside) / steps.length ** 2 : 0;

function guess(value: string, found: Element | undefined, confidence: number): Guess<string> {
  const count = found?.count ?? 0;
  const name = quoted([found?.steps.at(-1) ?? '']);
  return {
    value,
    confidence,
    evidence: {
      fr: `Un enregistrement est un élément ${name.fr} (${figures(count).fr} fois au début du fichier).`,
      en: `A record is an element ${name.en} (${figures(count).en} time${count > 1 ? 's' : ''} at the beginning of the file).`,
    },
  };
}

const TAG =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[[\s\S]*?\]\]>|\?[\s\S]*?\?>|!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?>|(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>)/gu;

interface Open {
  readonly element: Element;
  /** The namespace of names without prefix, inside. */
  readonly usual: string;
}

function scan(text: string): { elements: readonly Element[]; namespaces: Record<string, string> } {
  const elements = new Map<string, Element>();
  const prefixes = new Prefixes();
  const open: Open[] = [];
  for (const [, closes, name, attributes = '', isEmpty] of text.matchAll(TAG)) {
    if (name === undefined) continue;
    if (closes === '/') {
      open.pop();
      continue;
    }
    const usual = prefixes.declare(attributes) ?? open.at(-1)?.usual ?? '';
    const element = noted(elements, open.at(-1)?.element, prefixes.named(name, usual));
    for (const above of open) above.element.inside++;
    if (isEmpty !== '/') open.push({ element, usual });
  }
  return { elements: [...elements.values()], namespaces: prefixes.used() };
}

interface Named {
  readonly step: string;
  readonly local: string;
  readonly namespace: string;
}

function noted(
  elements: Map<string, Element>,
  parent: Element | undefined,
  { step, local, namespace }: Named,
): Element {
  const steps = [...(parent?.steps ?? []), step];
  const key = steps.join('/');
  const known = elements.get(key) ?? { steps, local, namespace, count: 0, inside: 0 };
  known.count++;
  elements.set(key, known);
  return known;
}

/** Prefixes of a document, with one made up for each namespace that has none. */
class Prefixes {
  readonly #byPrefix = new Map<string, string>();

  /** Notes what a tag declares; gives the namespace of names without prefix, where it declares one. */
  declare(attributes: string): string | undefined {
    let usual: string | undefined;
    for (const [, prefix, , iri = ''] of attributes.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*(["'])(.*?)\2/g)) {
      if (prefix === undefined) usual = iri;
      else if (!this.#byPrefix.has(prefix)) this.#byPrefix.set(prefix, iri);
    }
    return usual;
  }

  named(name: string, usual: string): Named {
    const colon = name.indexOf(':');
    if (colon > 0)
      return {
        step: name,
        local: name.slice(colon + 1),
        namespace: this.#byPrefix.get(name.slice(0, colon)) ?? '',
      };
    if (usual === '') return { step: name, local: name, namespace: '' };
    return { step: `${this.#prefixOf(usual)}:${name}`, local: name, namespace: usual };
  }

  #prefixOf(iri: string): string {
    for (const [prefix, known] of this.#byPrefix) if (known === iri) return prefix;
    const usual = PREFIXES.find(([form]) => form.test(iri))?.[1] ?? 'ns';
    let prefix = usual;
    for (let more = 2; this.#byPrefix.has(prefix); more++) prefix = `${usual}${more}`;
    this.#byPrefix.set(prefix, iri);
    return prefix;
  }

  used(): Record<string, string> {
    return Object.fromEntries([...this.#byPrefix].filter(([prefix]) => prefix !== 'xsi'));
  }
}
