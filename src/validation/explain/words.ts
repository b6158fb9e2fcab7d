import { type Bilingual, joined, type Language, same } from '../../model/index.ts';
import { compactIri, type RDF, rdf, sh } from '../../rdf/index.ts';
import type { Path } from '../paths.ts';
import type { IdleShape, ShapeNames, Some, TargetReason } from './explanation.ts';

/** A value at a node, where a constraint met it: the value is absent where something is missing. */
export interface MetValue {
  readonly focusNode: RDF.Term;
  readonly path?: Path;
  readonly value?: RDF.Term;
}

export interface ExplanationWords {
  readonly language: Language;
  /** Where a value at fault stands in the data: `musees.csv:12, column “nom”`. */
  readonly locate?: (met: MetValue) => Bilingual | undefined;
  /** Lines that come after the verdict: where the resource comes from, what was read. */
  readonly notes?: readonly Bilingual[];
}

type Describe = (term: RDF.Term, language: Language) => string;

export const colon = (language: Language): string => ({ fr: ' : ', en: ': ' })[language];
export const semicolon = (language: Language): string => ({ fr: ' ; ', en: '; ' })[language];

/** Why a shape judges a node: “an instance of schema:Museum”. */
export function reasonText(reason: TargetReason, describe: Describe): Bilingual {
  switch (reason.kind) {
    case 'node':
      return { fr: 'nommé par la forme (sh:targetNode)', en: 'named by the shape (sh:targetNode)' };
    case 'subjects-of':
      return {
        fr: `a la propriété ${compactIri(reason.property)}`,
        en: `has the property ${compactIri(reason.property)}`,
      };
    case 'objects-of':
      return {
        fr: `valeur de ${compactIri(reason.property)} chez ${describe(reason.subject, 'fr')}`,
        en: `a value of ${compactIri(reason.property)} of ${describe(reason.subject, 'en')}`,
      };
    case 'class':
      return classText(reason.classes, reason.implicit);
  }
}

function classText([type = '', ...above]: readonly string[], implicit: boolean): Bilingual {
  const below = above.map((name) => ({
    fr: `, sous-classe de ${compactIri(name)}`,
    en: `, a subclass of ${compactIri(name)}`,
  }));
  const own = implicit
    ? { fr: ' (la forme est elle-même une classe)', en: ' (the shape is itself a class)' }
    : same('');
  const start = { fr: `instance de ${compactIri(type)}`, en: `an instance of ${compactIri(type)}` };
  return joined([start, ...below, own], '');
}

const TARGETS: Readonly<Record<string, Bilingual>> = {
  [sh.targetClass]: { fr: 'la classe', en: 'the class' },
  [rdf.type]: { fr: 'la classe', en: 'the class' },
  [sh.targetNode]: { fr: 'le nœud', en: 'the node' },
  [sh.targetSubjectsOf]: { fr: 'ce qui a la propriété', en: 'what has the property' },
  [sh.targetObjectsOf]: { fr: 'les valeurs de', en: 'the values of' },
};

/** What a shape that did not judge the resource has as targets. */
export function targetsText({ targets }: IdleShape, describe: Describe): Bilingual {
  const shown = targets.told.map(({ parameter, value }) => {
    const name = (language: Language) =>
      value.termType === 'NamedNode' ? compactIri(value.value) : describe(value, language);
    const kind = TARGETS[parameter] ?? same(compactIri(parameter));
    return { fr: `${kind.fr} ${name('fr')}`, en: `${kind.en} ${name('en')}` };
  });
  const more = targets.count - targets.told.length;
  return joined([...shown, ...(more > 0 ? [same(`… (+ ${more})`)] : [])], ', ');
}

/** `Nom (<http://…#nom>)`: a shape by its name, and its IRI where it has one of its own. */
export function shapeTitle({ shape, name }: ShapeNames, language: Language): string {
  const own = shape.termType === 'NamedNode' ? compactIri(shape.value) : undefined;
  if (name) return own === undefined ? name[language] : `${name[language]} ${own}`;
  return own ?? { fr: 'forme sans nom', en: 'shape without name' }[language];
}

const MORE: Bilingual = { fr: '… et autres', en: '… and others' };

/** “… and 12 others”, where there are more than were told. */
export function moreLine({ told, count }: Some<unknown>, indent: string, language: Language): string[] {
  const more = count - told.length;
  return more > 0 ? [`${indent}${MORE[language]}${colon(language)}${more.toLocaleString(language)}`] : [];
}
