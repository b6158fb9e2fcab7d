import { type RecordLanguage, ReferenceSyntaxError } from '../model/index.ts';
import { scalarText } from './json-values.ts';
import { type IsNull, nullTest } from './values.ts';
import { outlineXml } from './xml-outline.ts';
import { parseXml } from './xml-parse.ts';
import { compilePlainPath, type Namespaces } from './xml-path.ts';
import { stringValue, type XmlNode } from './xml-tree.ts';
import { climbOfXPath, compileXPath, isXmlNode } from './xml-xpath.ts';

interface Options {
  readonly namespaces: Namespaces;
  readonly isNull?: IsNull;
  /** Told of each path how many levels above the record it looks (`Infinity`: anywhere in the document). */
  readonly climbs?: (levels: number) => void;
}

/** How XML is looked into: XPath 3.1, its plain paths compiled to look-ups. White space is kept as it stands. */
export function xmlLanguage({
  namespaces,
  isNull = nullTest(undefined),
  climbs,
}: Options): RecordLanguage<XmlNode> {
  const values = (path: string): ((node: XmlNode) => readonly unknown[]) => {
    if (path.trim() === '') throw new ReferenceSyntaxError(path, 'The path is empty.', 0);
    const plain = compilePlainPath(path, namespaces);
    const read = plain?.read ?? compileXPath(path, namespaces);
    climbs?.(plain?.climb ?? climbOfXPath(path));
    return read;
  };
  const textOf = (value: unknown, path: string) =>
    isXmlNode(value) ? stringValue(value) : scalarText(value, path);
  return {
    reference(path) {
      const read = values(path);
      return (node) => {
        const found: string[] = [];
        for (const value of read(node)) {
          const text = textOf(value, path);
          if (text !== undefined && !isNull(text)) found.push(text);
        }
        return found;
      };
    },
    single(path) {
      const plain = compilePlainPath(path, namespaces);
      const read = plain?.single;
      if (plain === undefined || read === undefined) return undefined;
      climbs?.(plain.climb);
      return (node) => {
        const found = read(node);
        const text = found === undefined ? undefined : stringValue(found);
        return text === undefined || isNull(text) ? undefined : text;
      };
    },
    iterator(path) {
      const read = values(path.length > 1 ? path.replace(/\/$/, '') : path);
      return (node) => read(node).filter(isXmlNode);
    },
    outline: outlineXml(namespaces),
    parse: parseXml,
  };
}
