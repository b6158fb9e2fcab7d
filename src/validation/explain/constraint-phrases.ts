import { type Bilingual, same } from '../../model/index.ts';
import { compactIri, type RDF, sh } from '../../rdf/index.ts';
import { parameterText } from '../messages.ts';
import type { ShapeGraph } from '../shape-graph.ts';

type Phrase = (p: string, count: number) => Bilingual;

const counted = (fr: string, en: string): Phrase => {
  return (p, count) => {
    const one = { fr: count < 2, en: count === 1 };
    return { fr: `${fr} ${p} valeur${one.fr ? '' : 's'}`, en: `${en} ${p} value${one.en ? '' : 's'}` };
  };
};

const text =
  (fr: string, en: string): Phrase =>
  (p) => ({ fr: fr.replace('$', () => p), en: en.replace('$', () => p) });

/** What a constraint asks, whether it is kept or not: `$` is its parameter. A parameter without row is told as it is. */
const PHRASES: Readonly<Record<string, Phrase>> = {
  [sh.minCount]: counted('au moins', 'at least'),
  [sh.maxCount]: counted('au plus', 'at most'),
  [sh.datatype]: text('valeur bien formée de type $', 'well-formed value of type $'),
  [sh.nodeKind]: text('de la nature $', 'of the kind $'),
  [sh.pattern]: text('de la forme $', 'of the form $'),
  [sh.minLength]: text('au moins $ caractères', 'at least $ characters'),
  [sh.maxLength]: text('au plus $ caractères', 'at most $ characters'),
  [sh.minInclusive]: text('$ ou plus', '$ or more'),
  [sh.maxInclusive]: text('$ ou moins', '$ or less'),
  [sh.minExclusive]: text('plus que $', 'more than $'),
  [sh.maxExclusive]: text('moins que $', 'less than $'),
  [sh.in]: text('l’une de : $', 'one of: $'),
  [sh.languageIn]: text('dans l’une de ces langues : $', 'in one of these languages: $'),
  [sh.uniqueLang]: text('une valeur au plus par langue', 'one value at most a language'),
  [sh.hasValue]: text('la valeur $ entre autres', 'the value $ among others'),
  [sh.class]: text('instance de $', 'instance of $'),
  [sh.node]: text('la forme $', 'the shape $'),
  [sh.and]: text('toutes ces formes', 'all of these shapes'),
  [sh.or]: text('l’une au moins de ces formes', 'at least one of these shapes'),
  [sh.xone]: text('une seule de ces formes', 'exactly one of these shapes'),
  [sh.not]: text('pas la forme $', 'not the shape $'),
  [sh.closed]: text('aucune propriété que la forme ne prévoit pas', 'no property beyond those of the shape'),
  [sh.equals]: text('les mêmes valeurs que $', 'the same values as $'),
  [sh.disjoint]: text('aucune valeur en commun avec $', 'no value in common with $'),
  [sh.lessThan]: text('inférieur à $', 'less than $'),
  [sh.lessThanOrEquals]: text('inférieur ou égal à $', 'less than or equal to $'),
};

/** What a constraint asks, in words. */
export function constraintPhrase(graph: ShapeGraph, { subject, predicate, object }: RDF.Quad): Bilingual {
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
