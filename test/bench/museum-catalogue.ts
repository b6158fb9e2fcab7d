import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/**
 * A museum catalogue that never was: 15 columns with quoted commas, accents, empty cells and several values in one cell;
 * with `catalogue-mapping.ts` a row gives 15.6 statements on average. The same seed gives the same rows.
 */
export interface CatalogueRow {
  readonly ref: string;
  readonly titre: string;
  readonly auteur: string;
  readonly domaine: string;
  readonly technique: string;
  readonly debut: string;
  readonly fin: string;
  readonly hauteur: string;
  readonly largeur: string;
  readonly musee: string;
  readonly ville: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly statut: string;
  readonly description: string;
}

export const COLUMNS = [
  'ref',
  'titre',
  'auteur',
  'domaine',
  'technique',
  'debut',
  'fin',
  'hauteur',
  'largeur',
  'musee',
  'ville',
  'latitude',
  'longitude',
  'statut',
  'description',
] as const satisfies readonly (keyof CatalogueRow)[];

/** A small generator of numbers in [0, 1) (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const NOUNS = [
  'Vue',
  'Portrait',
  'Nature morte',
  'Étude',
  'Paysage',
  'Scène',
  'Buste',
  'Vase',
  'Façade',
  'Église',
];
const PLACES = [
  'Besançon',
  'Nîmes',
  'Orléans',
  'Béziers',
  'Saint-Étienne',
  'Évreux',
  'Angoulême',
  'Sète',
  'Châlons',
  'Épinal',
];
const FAMILIES = [
  'Lefèvre',
  'Moreau',
  'Béraud',
  'Gérôme',
  'Héricourt',
  'Noël',
  'Prévost',
  'Rivière',
  'Séguin',
  'Thévenin',
];
const GIVEN = [
  'Élise',
  'François',
  'Hélène',
  'Jean-Baptiste',
  'Noémie',
  'Théodore',
  'Zoé',
  'Amédée',
  'Céleste',
  'Gaétan',
];
const TECHNIQUES = [
  'huile sur toile',
  'plume',
  'lavis',
  'crayon noir',
  'aquarelle',
  'bronze',
  'faïence',
  'gravure à l’eau-forte',
];
const DOMAINS = ['peinture', 'dessin', 'sculpture', 'céramique', 'estampe', 'photographie'];

export function* catalogue(rows: number, seed = 1): Generator<CatalogueRow> {
  const next = random(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  for (let row = 0; row < rows; row++) {
    const year = whole(1500, 1990);
    const town = one(PLACES);
    yield {
      ref: `M${String(row).padStart(7, '0')}`,
      titre:
        next() < 0.3 ? `${one(NOUNS)} de ${town}, "${one(NOUNS).toLowerCase()}"` : `${one(NOUNS)} à ${town}`,
      auteur: `${one(FAMILIES)}, ${one(GIVEN)}`,
      domaine: one(DOMAINS),
      technique: Array.from({ length: whole(1, 3) }, () => one(TECHNIQUES)).join(';'),
      debut: String(year),
      fin: String(year + whole(0, 9)),
      hauteur: (next() * 200).toFixed(1),
      largeur: next() < 0.1 ? '' : (next() * 200).toFixed(1),
      musee: `M${String(whole(1, 1000)).padStart(4, '0')}`,
      ville: town,
      latitude: (43 + next() * 7).toFixed(5),
      longitude: (-1 + next() * 8).toFixed(5),
      statut: next() < 0.5 ? 'propriété de la commune, legs, 1903' : 'propriété de l’État',
      description:
        next() < 0.7 ? `Œuvre de ${one(GIVEN)} ${one(FAMILIES)}, acquise à ${town}, puis restaurée.` : '',
    };
  }
}

type Writer = (rows: Iterable<CatalogueRow>) => Iterable<string>;

const quotedCell = (value: string): string =>
  /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

function* asCsv(rows: Iterable<CatalogueRow>): Generator<string> {
  yield `${COLUMNS.join(',')}\n`;
  for (const row of rows) yield `${COLUMNS.map((column) => quotedCell(row[column])).join(',')}\n`;
}

function* asJson(rows: Iterable<CatalogueRow>): Generator<string> {
  let before = '{"objets":[\n';
  for (const row of rows) {
    yield before + JSON.stringify({ ...row, technique: row.technique.split(';') });
    before = ',\n';
  }
  yield '\n]}\n';
}

const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function* asXml(rows: Iterable<CatalogueRow>): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<objets>\n';
  for (const row of rows) {
    const cells = COLUMNS.flatMap((column) =>
      row[column] === ''
        ? []
        : row[column]
            .split(column === 'technique' ? ';' : '\u0000')
            .map((value) => `<${column}>${escaped(value)}</${column}>`),
    );
    yield `<objet>${cells.join('')}</objet>\n`;
  }
  yield '</objets>\n';
}

export const WRITERS: Readonly<Record<'csv' | 'json' | 'xml', Writer>> = {
  csv: asCsv,
  json: asJson,
  xml: asXml,
};

/** Writes text pieces to a file, waiting where the disk is slower. */
export async function writePieces(path: string, pieces: Iterable<string>): Promise<void> {
  const file = createWriteStream(path);
  let buffer = '';
  for (const piece of pieces) {
    buffer += piece;
    if (buffer.length < 1 << 20) continue;
    if (!file.write(buffer)) await once(file, 'drain');
    buffer = '';
  }
  file.end(buffer);
  await once(file, 'close');
}
