import { createRequire } from 'node:module';
import type { IDomFacade } from 'fontoxpath';
import { ReferenceSyntaxError } from '../model/index.ts';
import { addChild, namespaceOf, XmlDocument, XmlElement, type XmlNode, xmlName } from './xml-tree.ts';

type XPath = typeof import('fontoxpath');
let loaded: XPath | undefined;

/** A CommonJS module of 11 MB of memory, loaded when a path needs more than look-ups: most sources have none. */
function xpath(): XPath {
  loaded ??= createRequire(import.meta.url)('fontoxpath') as XPath;
  return loaded;
}

/**
 * Compiles any XPath 3.1 expression to a getter of its results: nodes, texts, numbers, truth values.
 * @throws ReferenceSyntaxError for a syntax error or a prefix without namespace
 */
export function compileXPath(
  path: string,
  namespaces: Readonly<Record<string, string>>,
): (node: XmlNode) => readonly unknown[] {
  const options = {
    namespaceResolver: (prefix: string) => (prefix === '' ? '' : (namespaceOf(prefix, namespaces) ?? null)),
  };
  const { evaluateXPath } = xpath();
  const evaluate = (node: XmlNode) =>
    evaluateXPath(path, node, FACADE, null, evaluateXPath.ALL_RESULTS_TYPE, options) as readonly unknown[];
  assertStatic(path, evaluate);
  return evaluate;
}

export const isXmlNode = (value: unknown): value is XmlNode =>
  typeof value === 'object' && value !== null && 'nodeType' in value;

/** Static errors (`XPST…`) come up on any node; what depends on data (`XPDY…`, `FO…`) is no error of the path. */
function assertStatic(path: string, evaluate: (node: XmlNode) => unknown): void {
  try {
    evaluate(PROBE);
  } catch (error) {
    const { message } = error as Error;
    const [line = ''] = message.split('\n');
    if (/XPST|XQST|Unable to parse/.test(message) || !/[A-Z]{4}\d{4}/.test(message))
      throw new ReferenceSyntaxError(path, reason(message, line), positionIn(error));
  }
}

const reason = (message: string, line: string): string =>
  (/XP\w{2}\d{4}[^\n]*/.exec(message)?.[0] ?? line).replace(/\.$/, '').slice(0, 120);

const positionIn = (error: unknown): number | undefined => {
  const { position } = error as { readonly position?: { readonly start?: { readonly offset?: number } } };
  return position?.start?.offset;
};

const PROBE = new XmlElement(xmlName({ name: 'x', prefix: '', local: 'x', uri: '' }), new XmlDocument(), 0);
addChild(PROBE.parentNode, PROBE);

type Facade = { readonly [K in keyof IDomFacade]: (node: never, name?: string | null) => unknown };

const childrenOf = (node: XmlNode) => ('childNodes' in node ? node.childNodes : []);

const siblingOf = (node: XmlNode, step: number) =>
  'index' in node && node.parentNode.childNodes[node.index] === node
    ? (node.parentNode.childNodes[node.index + step] ?? null)
    : null;

const facade: Facade = {
  getAllAttributes: (node: XmlElement) => node.attributes,
  getAttribute: (node: XmlElement, name) => node.attribute(name ?? '') ?? null,
  getChildNodes: childrenOf,
  getData: (node: XmlNode) => ('data' in node ? node.data : 'value' in node ? node.value : ''),
  getFirstChild: (node: XmlNode) => childrenOf(node)[0] ?? null,
  getLastChild: (node: XmlNode) => childrenOf(node).at(-1) ?? null,
  getNextSibling: (node: XmlNode) => siblingOf(node, 1),
  getPreviousSibling: (node: XmlNode) => siblingOf(node, -1),
  getParentNode: (node: XmlNode) => node.parentNode,
};
const FACADE = facade as unknown as IDomFacade;

/** How many levels up an XPath may look: some for `..` and siblings, everything for the axes that go further. */
export function climbOfXPath(path: string): number {
  const code = path.replace(/'[^']*'|"[^"]*"/g, "''");
  if (/\bancestor(?:-or-self)?\s*::|\b(?:preceding|following)\s*::|\broot\s*\(/.test(code))
    return Number.POSITIVE_INFINITY;
  if (/(?:^|[\s(|,[=<>!+])\//.test(code)) return Number.POSITIVE_INFINITY;
  return code.match(/\.\.|parent\s*::|-sibling\s*::/g)?.length ?? 0;
}
