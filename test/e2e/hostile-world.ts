import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfWorld } from '../integration/command-line.ts';

/** A word that each name has, to be searched for. */
export const COMMON = 'quidam';

/** What it does where it is not inert can be seen: see `signsOf`. */
const RAN = 'document.documentElement.dataset.ran=1';

/** Names that would harm a page that is careless. The identifier says how. */
export const HOSTILE: Readonly<Record<string, string>> = {
  script: `${COMMON} <script>${RAN}</script>`,
  event: `${COMMON} "'><img src=x onerror="${RAN}"><svg onload=${RAN}>`,
  closing: `${COMMON} </title></textarea></script></style><iframe srcdoc="<script>parent.${RAN}</script>">`,
  address: `javascript:${RAN}//${COMMON}`,
  entity: `${COMMON} &lt;script&gt;${RAN}&lt;/script&gt; &amp;amp; {{7*7}} \${${RAN}}`,
  turning: `${COMMON} \u202Etxt.exe\u202C \u2067متحف الفن\u2069 \u202A`,
  emoji: `${COMMON} 🏰👩🏽‍🎨🇫🇷 ${'🏛️'.repeat(40)} Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤`,
  control: `${COMMON} a\u0007b\u001B[31mc\u0085d\u2028e\uFEFF\u200B`,
  formula: `=HYPERLINK("https://elsewhere.example/?${COMMON}";"${COMMON}")`,
  unbroken: `${COMMON}${'x'.repeat(3000)}`,
  endless: `${COMMON} ${'<b>long</b> '.repeat(90_000)}`,
};

/** Addresses that must lead nowhere. */
const LINKS = [`javascript:${RAN}`, `data:text/html,${RAN}`, `vbscript:${RAN}`];

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A project whose places, kinds and chart bear these names; the note of each place is its name again. */
export function hostileWorld(): string {
  const world = copyOfWorld('a-small-world');
  const write = (path: string, text: string): void => {
    mkdirSync(join(world, path, '..'), { recursive: true });
    writeFileSync(join(world, path), text);
  };
  const places = Object.entries(HOSTILE).map(([id, name], at) =>
    [id, quoted(name), `note ${quoted(name).slice(1, -1)}`, LINKS[at % 3], id, 45 + at / 10, 2 + at / 10]
      .map((cell, column) => (column === 2 ? `"${cell}"` : cell))
      .join(';'),
  );
  write(
    'data/places/source/places.csv',
    ['Identifiant;name;note;link;kind;lat;lon', ...places, ''].join('\n'),
  );
  write('data/places/mapping.yml', PLACES);
  const kinds = Object.entries(HOSTILE).map(([id, name]) => `${id},${quoted(name)},${quoted(name)}`);
  write('data/kinds/source/kinds.csv', ['code,label,label_en', ...kinds, ''].join('\n'));
  write('data/kinds/mapping.yml', KINDS);
  write('queries/charts/places/names.rq', CHART);
  return world;
}

const PLACES = `columns:
  id: [Identifiant]
mappings:
  place:
    subjects: id:places/$(id)
    predicateobjects:
      - [a, schema:Place]
      - [schema:name, $(name), fr~lang]
      - [schema:description, $(note), fr~lang]
      - [schema:alternateName, $(name)]
      - [schema:url, $(link)~iri]
      - [wgs:lat, $(lat), xsd:decimal]
      - [wgs:long, $(lon), xsd:decimal]
      - [dcterms:subject, id:kinds/$(kind)~iri]
`;

const KINDS = `mappings:
  kind:
    subjects: id:kinds/$(code)
    predicateobjects:
      - [a, skos:Concept]
      - [skos:prefLabel, $(label), fr~lang]
      - [skos:prefLabel, $(label_en), en~lang]
      - [skos:inScheme, dataset/kinds~iri]
      - [skos:topConceptOf, dataset/kinds~iri]
  scheme:
    subjects: dataset/kinds
    predicateobjects:
      - [a, skos:ConceptScheme]
      - [skos:prefLabel, "Genres", fr~lang]
`;

const CHART = `# @title.fr Les noms
# @title.en The names
# @question.fr Combien de lieux portent chaque nom ?
# @question.en How many places bear each name?
# @chart bar
# @unit.fr lieux
# @unit.en places
PREFIX schema: <http://schema.org/>
SELECT ?item ?name (COUNT(?item) AS ?value)
WHERE { ?item a schema:Place ; schema:name ?name }
GROUP BY ?item ?name
ORDER BY ?item
`;
