import type { SourceRecord, StatementOrigin, ThingOrigin } from '../../model/index.ts';
import { parseLines, type RDF, termText } from '../../rdf/index.ts';
import type { AppContext } from '../context.ts';
import type { Handler } from '../methods.ts';
import { notFound, problem } from '../problem.ts';
import { reply } from '../reply.ts';

/** /api/origins.json?thing=&subject=&property=: which cells and which rules made the statements of a thing. */
export const ORIGINS = /^\/api\/origins\.json$/;

/** Statements told at most: the thing's Turtle has the others, and `property` chooses among them. */
const MOST_STATEMENTS = 5000;

const PARAMETERS = ['thing', 'subject', 'property'] as const;
type Asked = Readonly<Partial<Record<(typeof PARAMETERS)[number], string>>>;

export const origins =
  ({ index, origins: known, release }: AppContext): Handler =>
  (request, response) => {
    const { thing, ...chosen } = askedOf(request.originalUrl);
    if (thing === undefined) throw missing();
    const description = index.describe(thing);
    if (!known || !description) throw notFound();
    const statements = parseLines(description.lines).filter((one) => isChosen(one, chosen));
    const origin = known.of(thing);
    const body = {
      thing,
      release: release.manifest.id,
      dataset: description.dataset,
      ...(description.changed !== undefined && { changed: description.changed }),
      total: statements.length,
      statements: statements.slice(0, MOST_STATEMENTS).map((one) => told(one, origin)),
    };
    reply(response, { body: `${JSON.stringify(body, null, 1)}\n`, mediaType: 'application/json' });
  };

function askedOf(target: string): Asked {
  const given = new URLSearchParams(target.split('?')[1] ?? '');
  return Object.fromEntries(
    PARAMETERS.flatMap((name) => {
      const value = given.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );
}

const isChosen = ({ subject, predicate }: RDF.Quad, asked: Asked): boolean =>
  (asked.subject ?? subject.value) === subject.value &&
  (asked.property ?? predicate.value) === predicate.value;

/** A statement that no rule makes has neither records nor rules. */
function told({ subject, predicate, object }: RDF.Quad, origin: ThingOrigin | undefined) {
  const asked = { subject: subject.value, property: predicate.value, value: object };
  const { records, rules }: StatementOrigin = origin?.statement(asked) ?? { records: [], rules: [] };
  const columns = new Set(rules.flatMap((rule) => rule.columns));
  return {
    subject: subject.value,
    property: predicate.value,
    value: termText(object),
    records: records.map((record) => recordWith(record, columns)),
    rules,
  };
}

/** Of a record the cells that the value is made of. */
const recordWith = ({ cells, ...place }: SourceRecord, columns: ReadonlySet<string>) => ({
  ...place,
  cells: Object.fromEntries([...cells].filter(([column]) => columns.has(column))),
});

const missing = () =>
  problem('parameter-missing', {
    fr: 'Donnez dans « thing » l’IRI entier d’une ressource publiée ici.',
    en: 'Give in “thing” the whole IRI of a thing that is published here.',
  });
