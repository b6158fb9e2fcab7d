import type { Bilingual } from '../model/index.ts';
import type { DraftRequest } from './draft.ts';
import type { PropertyFact } from './facts.ts';
import { camelCase, createNames } from './names.ts';
import { text as literal, prefixLines, term } from './turtle-text.ts';
import { comment } from './yaml-text.ts';

/** `shapes/<slug>.ttl`: what the file is today, so that tomorrow’s drift is told. Only a missing name leaves out. */
export function shapeText(request: DraftRequest, facts: readonly PropertyFact[]): string {
  const { answers, language } = request;
  const { slug, title } = answers;
  const names = createNames();
  const judged = merged(facts)
    .filter((fact) => constraintsOf(fact).length > 0)
    .map((fact) => ({ fact, iri: `<shapes/${slug}#${names(camelCase(fact.label.fr))}>` }));
  const target = answers.classes[0] ?? 'schema:Thing';
  const node = [
    `<shapes/${slug}> a sh:NodeShape ;`,
    `  sh:targetClass ${term(target)} ;`,
    `  sh:property ${judged.map(({ iri }) => iri).join(',\n    ')} ;`,
    '  sh:severity sh:Violation ;',
    `  sh:name ${both({ fr: title.fr, en: title.en })} ;`,
    `  sh:message ${both(NODE_MESSAGE)} ;`,
    `  sh:description ${both(NODE_REASON)} .`,
  ];
  const body = [...node, '', ...judged.flatMap(({ fact, iri }) => [...propertyLines(fact, iri), ''])];
  const lines = [...comment(HEAD[language]), ...prefixLines(body.join('\n'), '@prefix'), '', ...body];
  return `${lines.join('\n').trimEnd()}\n`;
}

const both = ({ fr, en }: Bilingual): string => `${literal(fr, 'fr')}, ${literal(en, 'en')}`;

const HEAD: Bilingual = {
  fr: 'Ce que le fichier est aujourd’hui\u00a0: ce qui s’en écarte demain sera signalé (sh:Warning). Une chose sans nom, ou qui en a deux, n’est pas publiée (sh:Violation).',
  en: 'What the file is today: what departs from it tomorrow is told (sh:Warning). A thing without a name, or with two, is not published (sh:Violation).',
};
const NODE_MESSAGE: Bilingual = {
  fr: 'La notice ne satisfait pas au profil de ce jeu. Voyez chaque règle.',
  en: 'The record does not meet the profile of this dataset. See each rule.',
};
const NODE_REASON: Bilingual = {
  fr: 'Ce profil décrit le fichier tel qu’il était quand le jeu a été ajouté.',
  en: 'This profile describes the file as it was when the dataset was added.',
};

/** Several columns under one property: what holds for each of them. */
function merged(facts: readonly PropertyFact[]): readonly PropertyFact[] {
  const groups = Map.groupBy(facts, ({ property }) => property);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    const { values: _, pattern: __, ...rest } = first;
    const kinds = new Set(group.map(({ value }) => value));
    return [
      {
        ...rest,
        from: group.flatMap(({ from }) => from),
        isOne: false,
        isAlways: group.some(({ isAlways }) => isAlways),
        value: kinds.size === 1 ? first.value : 'any',
      },
    ];
  });
}

/** What a property must be, as Turtle, each with what is said where it is not so. */
function constraintsOf(fact: PropertyFact): readonly string[] {
  const { property, isAlways, isOne, value } = fact;
  const listed = listedValues(fact);
  return [
    ...(isAlways ? ['sh:minCount 1'] : []),
    ...(isOne ? ['sh:maxCount 1'] : []),
    ...(value === 'iri' ? ['sh:nodeKind sh:IRI'] : []),
    ...(value === 'text' ? ['sh:nodeKind sh:Literal'] : []),
    ...(value.startsWith('xsd:') ? [`sh:datatype ${value}`] : []),
    ...(RANGES[property] ?? []),
    ...(listed.length > 0 ? [`sh:pattern ${literal(`^(?:${listed.map(escapedPattern).join('|')})$`)}`] : []),
  ];
}

const RANGES: Readonly<Record<string, readonly string[]>> = {
  'wgs:lat': ['sh:minInclusive -90.0', 'sh:maxInclusive 90.0'],
  'wgs:long': ['sh:minInclusive -180.0', 'sh:maxInclusive 180.0'],
};

/** A longer list is not read by anybody. */
const MOST_VALUES = 30;
const LONGEST_VALUE = 80;
const isAny = (values: readonly string[]): boolean =>
  values.some((one) => one.length > LONGEST_VALUE || /[\r\n]/.test(one));

/** Known values that the rule lists; none where it does not. */
const listedValues = ({ values = [] }: PropertyFact): readonly string[] =>
  values.length > MOST_VALUES || isAny(values) ? [] : values;

const escapedPattern = (value: string): string => value.trim().replace(/[\\^$.|?*+()[\]{}-]/g, '\\$&');

function propertyLines(fact: PropertyFact, iri: string): readonly string[] {
  const isName = fact.property === 'schema:name' || fact.property === 'dcterms:identifier';
  return [
    `${iri} a sh:PropertyShape ;`,
    `  sh:path ${term(fact.property)} ;`,
    `  ${constraintsOf(fact).join(' ; ')} ;`,
    `  sh:severity ${isName ? 'sh:Violation' : 'sh:Warning'} ;`,
    `  sh:name ${both(fact.label)} ;`,
    `  sh:message ${both(message(fact))} ;`,
    `  sh:description ${both(reason(fact))} .`,
  ];
}

const KINDS: Readonly<Record<string, Bilingual>> = {
  iri: { fr: 'une adresse', en: 'an address' },
  text: { fr: 'un texte', en: 'a text' },
  'xsd:integer': { fr: 'un nombre entier', en: 'a whole number' },
  'xsd:decimal': { fr: 'un nombre', en: 'a number' },
  'xsd:boolean': { fr: 'vrai ou faux', en: 'true or false' },
  'xsd:gYear': { fr: 'une année sur quatre chiffres', en: 'a year of four digits' },
  'xsd:date': { fr: 'un jour du calendrier', en: 'a day of the calendar' },
};
const SOMETHING: Bilingual = { fr: 'une valeur', en: 'a value' };

function message(fact: PropertyFact): Bilingual {
  const { label, isAlways, isOne, value } = fact;
  const kind = KINDS[value] ?? SOMETHING;
  const count: Bilingual = {
    fr: isAlways && isOne ? 'une fois' : isAlways ? 'au moins une fois' : 'une fois au plus',
    en: isAlways && isOne ? 'once' : isAlways ? 'at least once' : 'at most once',
  };
  const isListed = listedValues(fact).length > 0;
  return {
    fr: `«\u00a0${label.fr}\u00a0» n’est pas ce que le fichier donnait\u00a0: ${kind.fr}${isAlways || isOne ? `, ${count.fr}` : ''}${isListed ? ', parmi les valeurs connues' : ''}. Corrigez la cellule, ou cette règle si le fichier a changé.`,
    en: `“${label.en}” is not what the file gave: ${kind.en}${isAlways || isOne ? `, ${count.en}` : ''}${isListed ? ', of the known values' : ''}. Correct the cell, or this rule if the file has changed.`,
  };
}

function reason({ isAlways, from }: PropertyFact): Bilingual {
  const columns = from.map((one) => one.replace(/\s+/g, ' ')).join(', ');
  return isAlways
    ? {
        fr: `Toutes les notices l’avaient quand le jeu a été ajouté (${columns}).`,
        en: `All records had it when the dataset was added (${columns}).`,
      }
    : {
        fr: `Les réutilisateurs comptent sur une forme qui ne change pas (${columns}).`,
        en: `Those who reuse the data count on a form that does not change (${columns}).`,
      };
}
