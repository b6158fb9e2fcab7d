import { addText, createXmlParser, elementOf } from './xml-builder.ts';
import { addChild, XmlDocument, XmlNames, type XmlParent } from './xml-tree.ts';

/** Elements nest no deeper than this. */
export const MAX_DEPTH = 200;

/** Parses a text as a document (a cell that holds XML). @throws SyntaxError where it is none, or has a DOCTYPE with declarations */
export function parseXml(text: string): XmlDocument {
  const document = new XmlDocument();
  const open: XmlParent[] = [document];
  const names = new XmlNames();
  const last = () => open.at(-1) ?? document;
  const parser = createXmlParser({
    start: () => undefined,
    open(tag) {
      const parent = last();
      const element = elementOf(tag, names.of(tag), parent, names);
      addChild(parent, element);
      open.push(element);
      if (open.length > MAX_DEPTH + 1)
        throw new SyntaxError(`Elements nest more than ${MAX_DEPTH} levels deep.`);
    },
    text(data) {
      if (open.length > 1) addText(last(), data);
    },
    end() {
      open.pop();
    },
    fault(reason, message) {
      throw new SyntaxError(reason === 'doctype' ? 'Declarations inside a DOCTYPE are refused.' : message);
    },
  });
  parser.write(text.replace(/^\uFEFF+/, ''));
  parser.close();
  return document;
}
