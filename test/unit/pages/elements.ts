/** An element's start tag as it stands in a page. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the elements around it. */
  readonly inside: readonly string[];
}

const TOKEN =
  /<!doctype html>|<\/([a-z][a-z0-9]*)>|<([a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)\s*(\/?)>|<|>/g;
const VOID = new Set(['base', 'meta', 'link', 'br', 'img', 'input']);

/**
 * Start tags of a page, in order. Stricter than a browser: throws where a tag is malformed, closed in the wrong
 * order or left open, so that whatever a value could add to the markup is found.
 */
export function elementsOf(page: string): Element[] {
  const open: string[] = [];
  const elements: Element[] = [];
  for (const [token, closed, name, attributes = '', selfClosed] of page.matchAll(TOKEN)) {
    if (token === '<' || token === '>') throw new Error(`A bare ${token} stands in the page.`);
    if (closed !== undefined && open.pop() !== closed) throw new Error(`</${closed}> closes nothing.`);
    if (name === undefined) continue;
    elements.push({ name, attributes: attributesOf(attributes), inside: [...open] });
    if (!selfClosed && !VOID.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`Left open: ${open.join(', ')}.`);
  return elements;
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name, unescaped(value ?? '')]));
}

/** Character references as a browser reads them. */
export const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** What a reader reads: text without tags. */
export const textOf = (page: string): string =>
  unescaped(page.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ''));

/** The JSON-LD blocks of a page. */
export const jsonLdOf = (page: string): unknown[] =>
  [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text]) =>
    JSON.parse(text ?? ''),
  );
