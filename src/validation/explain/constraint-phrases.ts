import { type Bilingual, same } from '../../model/index.ts';
import { compactIri, type RDF, sh } from '../../rdf/index.ts';
import { parameterText } from '../messages.ts';
import type { ShapeGraph } from '../shape-graph.ts';

type Phrase = (p: string, count: number) => Bilingual;

const counted =
  (start: Bilingual, noun: Bilingual): Phrase =>
  (p, count) => ({
    fr: `${start.fr} ${p} ${noun.fr}${count < 2 ? '' : 's'}`,
    en: `${start.en} ${p} ${noun.en}${count === 1 ? '' : 's'}`,
  });

const LEAST: Bilingual = { fr: 'au moins', en: 'at least' };
const MOST: Bilingual = { fr: 'au plus', en: 'at most' };
const VALUE: Bilingual = { fr: 'valeur', en: 'value' };
const CHARACTER: Bilingual = { fr: 'caractère', en: 'character' };

const KINDS: Readonly<Record<string, Bilingual>> = {
  [sh.IRI]: { fr: 'une ressource (IRI)', en: 'a resource (IRI)' },
  [sh.Literal]: { fr: 'un texte ou un nombre (littéral)', en: 'a text or a number (literal)' },
  [sh.BlankNode]: { fr: 'un nœud anonyme', en: 'a blank node' },
  [sh.BlankNodeOrIRI]: { fr: 'une ressource, nommée ou non', en: 'a resource, named or not' },
  [sh.BlankNodeOrLiteral]: { fr: 'un nœud anonyme ou un littéral', en: 'a blank node or a literal' },
  [sh.IRIOrLiteral]: { fr: 'un IRI ou un littéral', en: 'an IRI or a literal' },
};

const text =
  (fr: string, en: string): Phrase =>
  (p) => ({ fr: fr.replace('$', () => p), en: en.replace('$', () => p) });

/** What a constraint asks, whether it is kept or not: `$` is its parameter. A parameter without row is told as it is. */
const PHRASES: Readonly<Record<string, Phrase>> = {
  [sh.minCount]: counted(LEAST, VALUE),
  [sh.maxCount]: counted(MOST, VALUE),
  [sh.datatype]: text('valeur bien formée de type $', 'well-formed value of type $'),
  [sh.pattern]: text('de la forme $', 'of the form $'),
  [sh.minLength]: counted(LEAST, CHARACTER),
  [sh.maxLength]: counted(MOST, CHARACTER),
  [sh.minInclusive]: text('$ ou plus', '$ or more'),
  [sh.maxInclusive]: text('$ ou moins', '$ or less'),
  [sh.minExclusive]: text('plus que $', 'more than $'),
  [sh.maxExclusive]: text('moins que $', 'less than $'),
  [sh.in]: text('l’une de : $', 'one of: $'),
  [sh.languageIn]: text('dans l’une de ces langues : $', 'in one of these languages: $'),
  [sh.uniqueLang]: text('une valeur au plus par langue', 'one value at most a language'),
  [sh.hasValue]: text('la valeur $ entre autres', 'the value $ among others'),
  [sh.class]: text('instance de $', 'an instance of $'),
  [sh.node]: text('la forme $', 'the shape $'),
  [sh.and]: text('toutes ces formes', 'all of these shapes'),
  [sh.or]: text('l’une au moins de ces formes', 'at least one of these shapes'),
  [sh.xone]: text('une seule de ces formes', 'exactly one of these shapes'),
  [sh.not]: text('pas la forme $', 'not the shape $'),
  [sh.closed]: text('aucune propriété que la forme ne prévoit pas', 'no property beyond those of the shape'),
  [sh.equals]: text('les mêmes valeurs que $', 'the same values as $'),
  [sh.disjoint]: text('aucune valeur en commun avec $', 'no value in common with $'),
  [sh.lessThan]: text('inférieur à $', 'less than $'),
  [sh.sparql]: text('ce que demande sa requête SPARQL', 'what its SPARQL query asks'),
  [sh.lessThanOrEquals]: text('inférieur ou égal à $', 'less than or equal to $'),
};

/** What a constraint asks, in words. */
export function constraintPhrase(graph: ShapeGraph, { subject, predicate, object }: RDF.Quad): Bilingual {
  if (predicate.value === sh.nodeKind) return KINDS[object.value] ?? same(compactIri(object.value));
  if (predicate.value === sh.qualifiedValueShape) return qualifiedPhrase(graph, subject, object);
  const name = compactIri(predicate.value);
  const isNameless = object.termType === 'BlankNode' && !graph.list(object)?.length;
  const p = isNameless ? '…' : parameterText(graph, object);
  return PHRASES[predicate.value]?.(p, Number(p)) ?? same(p === '' || p === '…' ? name : `${name} ${p}`);
}

function qualifiedPhrase(graph: ShapeGraph, shape: RDF.Term, wanted: RDF.Term): Bilingual {
  const least = graph.object(shape, sh.qualifiedMinCount)?.value;
  const most = graph.object(shape, sh.qualifiedMaxCount)?.value;
  const name = wanted.termType === 'BlankNode' ? '…' : parameterText(graph, wanted);
  const bounds = {
    fr: [...(least ? [`au moins ${least}`] : []), ...(most ? [`au plus ${most}`] : [])].join(' et '),
    en: [...(least ? [`at least ${least}`] : []), ...(most ? [`at most ${most}`] : [])].join(' and '),
  };
  return {
    fr: `${bounds.fr} valeur(s) de la forme ${name}`,
    en: `${bounds.en} value(s) of the shape ${name}`,
  };
}
