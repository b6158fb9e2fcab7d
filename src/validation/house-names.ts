import { type Complaint, LANGUAGES, type Language } from '../model/index.ts';
import { compactIri, type RDF, sh } from '../rdf/index.ts';
import { complainOfShape, type FoundShape, findShapes } from './house-shapes.ts';
import { classifyConstraints } from './reach.ts';
import { complainOf } from './shape-complaint.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { termKey } from './term-keys.ts';

/** Parts of a condition: what they find is told as a cause, under the name of the shape that asks them. */
const HELPED: readonly string[] = [sh.or, sh.and, sh.xone, sh.not, sh.qualifiedValueShape];

/** Shapes that reports could not name, explain or weigh. */
export function checkNames(graph: ShapeGraph): readonly Complaint[] {
  const shapes = findShapes(graph);
  const anonymous = shapes.filter(({ shape }) => shape.termType === 'BlankNode');
  const helpers = helpersAmong(anonymous);
  const judging = judgingShapes(graph);
  return [
    ...anonymous.filter((one) => !helpers.has(termKey(one.shape))).map(nameless),
    ...shapes
      .filter(({ shape }) => shape.termType === 'NamedNode')
      .flatMap((one) => [
        ...untold(one, sh.name, graph),
        ...(judging.has(termKey(one.shape)) ? untold(one, sh.message, graph) : []),
        ...(graph.objects(one.shape, sh.severity).length === 0 ? [weightless(one)] : []),
      ]),
  ];
}

/** Shapes without a name that are parts of a condition, at any depth. */
function helpersAmong(anonymous: readonly FoundShape[]): ReadonlySet<string> {
  const helpers = new Set<string>();
  for (let size = -1; size < helpers.size; ) {
    size = helpers.size;
    for (const { shape, askedBy } of anonymous) {
      const isHelper = askedBy.every(
        ({ quad }) => HELPED.includes(quad.predicate.value) || helpers.has(termKey(quad.subject)),
      );
      if (askedBy.length > 0 && isHelper) helpers.add(termKey(shape));
    }
  }
  return helpers;
}

/** A constraint in SPARQL that has a message of its own in both languages: that of its shape is never told. */
const speaks = ({ predicate, object }: RDF.Quad, graph: ShapeGraph): boolean =>
  predicate.value === sh.sparql && missingLanguages(graph.objects(object, sh.message)).length === 0;

const missingLanguages = (texts: readonly RDF.Term[]): readonly Language[] =>
  LANGUAGES.filter(
    (language) => !texts.some((text) => text.termType === 'Literal' && text.language === language),
  );

/** Shapes with a constraint of their own, of which there can be a result that has no message but the shape's. */
const judgingShapes = (graph: ShapeGraph): ReadonlySet<string> =>
  new Set(
    classifyConstraints(graph)
      .filter(({ statement: { quad } }) => quad.predicate.value !== sh.property && !speaks(quad, graph))
      .map(({ statement }) => termKey(statement.quad.subject)),
  );

function nameless({ declared, askedBy: [asking = declared] }: FoundShape): Complaint {
  return complainOf(asking, asking.quad.predicate.value, {
    found: { fr: 'Une forme n’a pas d’IRI.', en: 'A shape has no IRI.' },
    remedy: {
      fr: 'Donnez-lui-en un, comme <shapes/musee#nom>, pour que les rapports puissent la nommer.',
      en: 'Give it one, like <shapes/musee#nom>, so that reports can name it.',
    },
  });
}

const IN: Readonly<Record<Language, { readonly fr: string; readonly en: string }>> = {
  fr: { fr: 'en français', en: 'in French' },
  en: { fr: 'en anglais', en: 'in English' },
};

/** A text that is missing in one language or both. */
function untold(one: FoundShape, predicate: string, graph: ShapeGraph): Complaint[] {
  const missing = missingLanguages(graph.objects(one.shape, predicate));
  if (missing.length === 0) return [];
  const [name, term] = [compactIri(one.shape.value), compactIri(predicate)];
  const example = missing.map((language) => `"…"@${language}`).join(', ');
  return [
    complainOfShape(one, {
      found: {
        fr: `La forme ${name} n’a pas de ${term} ${missing.map((language) => IN[language].fr).join(' ni ')}.`,
        en: `The shape ${name} has no ${term} ${missing.map((language) => IN[language].en).join(' or ')}.`,
      },
      remedy: { fr: `Ajoutez ${term} ${example}.`, en: `Add ${term} ${example}.` },
    }),
  ];
}

function weightless(one: FoundShape): Complaint {
  const name = compactIri(one.shape.value);
  return complainOfShape(one, {
    found: { fr: `La forme ${name} n’a pas de sh:severity.`, en: `The shape ${name} has no sh:severity.` },
    remedy: {
      fr: 'Ajoutez sh:Violation (la chose n’est pas publiée), sh:Warning (publiée avec une remarque) ou sh:Info (comptée).',
      en: 'Add sh:Violation (the thing is not published), sh:Warning (published with a note) or sh:Info (counted).',
    },
  });
}
