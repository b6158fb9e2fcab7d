import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';

/**
 * What somebody would write by hand for the generated catalogue, and nothing else: the yardstick of the engine. It knows
 * the columns by number and what each may hold.
 */
export async function convert(path: string, out: string): Promise<number> {
  const file = createWriteStream(out);
  const decoder = new TextDecoder();
  let rest = '';
  let text = '';
  let statements = 0;
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    rest += decoder.decode(chunk as Uint8Array, { stream: true });
    let at = 0;
    for (;;) {
      const row = cut(rest, at);
      if (row === undefined) break;
      at = row.next;
      if (first) first = false;
      else {
        const [said, count] = convertRow(row.cells);
        text += said;
        statements += count;
      }
    }
    rest = rest.slice(at);
    if (text.length < 1 << 19) continue;
    if (!file.write(text)) await once(file, 'drain');
    text = '';
  }
  file.end(text);
  await once(file, 'close');
  return statements;
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a yardstick written as people write it by hand
function cut(text: string, start: number): { cells: string[]; next: number } | undefined {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      let value = '';
      let from = at + 1;
      for (;;) {
        const close = text.indexOf('"', from);
        if (close < 0 || close + 1 >= text.length) return undefined;
        value += text.slice(from, close);
        if (text.charCodeAt(close + 1) !== 34) {
          at = close + 1;
          break;
        }
        value += '"';
        from = close + 2;
      }
      cells.push(value);
    } else {
      let end = at;
      for (; end < text.length; end++) {
        const code = text.charCodeAt(end);
        if (code === 44 || code === 10) break;
      }
      if (end >= text.length) return undefined;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (text.charCodeAt(at) === 10) return { cells, next: at + 1 };
    at++;
  }
}

const X = 'http://www.w3.org/2001/XMLSchema#';
const literal = (value: string): string => (/["\\]/.test(value) ? value.replace(/["\\]/g, '\\$&') : value);
const iri = (value: string): string => (/^[\w.~-]*$/.test(value) ? value : encodeURI(value));

function convertRow(cells: readonly string[]): [string, number] {
  const [
    ref = '',
    titre = '',
    auteur = '',
    domaine = '',
    technique = '',
    debut = '',
    fin = '',
    hauteur = '',
    largeur = '',
    musee = '',
    ,
    lat = '',
    lon = '',
    statut = '',
    description = '',
  ] = cells;
  const s = `<http://example.org/id/objets/${iri(ref)}> `;
  let text = `${s}<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/VisualArtwork> .
${s}<http://purl.org/dc/terms/identifier> "${literal(ref)}" .
${s}<http://schema.org/name> "${literal(titre)}"@fr .
${s}<http://schema.org/creator> "${literal(auteur)}" .
${s}<http://purl.org/dc/terms/subject> <http://example.org/id/domaines/${iri(domaine)}> .
${s}<http://www.cidoc-crm.org/cidoc-crm/P82a_begin_of_the_begin> "${debut}"^^<${X}gYear> .
${s}<http://www.cidoc-crm.org/cidoc-crm/P82b_end_of_the_end> "${fin}"^^<${X}gYear> .
${s}<http://schema.org/height> "${hauteur}"^^<${X}decimal> .
${s}<http://www.cidoc-crm.org/cidoc-crm/P50_has_current_keeper> <http://example.org/id/musees/${iri(musee)}> .
${s}<http://www.w3.org/2003/01/geo/wgs84_pos#lat> "${lat}"^^<${X}decimal> .
${s}<http://www.w3.org/2003/01/geo/wgs84_pos#long> "${lon}"^^<${X}decimal> .
${s}<http://example.org/def/statut> "${literal(statut)}"@fr .
`;
  let count = 12;
  for (const one of technique.split(';')) {
    text += `${s}<http://example.org/def/technique> "${literal(one)}" .\n`;
    count++;
  }
  if (largeur !== '') {
    text += `${s}<http://schema.org/width> "${largeur}"^^<${X}decimal> .\n`;
    count++;
  }
  if (description !== '') {
    text += `${s}<http://schema.org/description> "${literal(description)}"@fr .\n`;
    count++;
  }
  return [text, count];
}
