import { type Bilingual, same } from '../model/index.ts';
import type { RDF } from '../rdf/index.ts';
import { comparable } from './compare-graphs.ts';
import type { DescribedDataset } from './description.ts';
import { readDescription } from './description.ts';
import { type Judged, judgedAll } from './judged-all.ts';
import { failed, figures, notApplicable, type Outcome, passed } from './outcomes.ts';
import { cameText, readGraph } from './read-graph.ts';
import type { ProofRecord } from './record.ts';
import type { Site } from './site.ts';
import { FORMATS } from './thing-checks.ts';

/** The IRI of a dataset leads to what the catalogue says of it. */
export async function proveDataset(
  site: Site,
  record: ProofRecord,
  dataset: DescribedDataset,
): Promise<void> {
  const asked = `GET ${dataset.iri}`;
  await record.check({ name: 'dataset-iri', subject: dataset.iri, asked }, () => datasetIri(site, dataset));
}

async function datasetIri(site: Site, { iri, triples }: DescribedDataset): Promise<Outcome> {
  if (!site.owns(iri)) return notApplicable({ fr: 'l’IRI est d’ailleurs', en: 'the IRI is of elsewhere' });
  const read = await readGraph(site, iri);
  if (read.kind === 'none') return failed(same(cameText(read.followed.last)));
  const own = read.quads.filter(({ subject }) => subject.value === iri);
  if (own.length === 0) return failed(NOT_DESCRIBED);
  const told = readDescription(read.quads).datasets.find((one) => one.iri === iri)?.triples;
  if (triples !== undefined && told !== undefined && told !== triples)
    return failed(otherCount(told, triples));
  return passed({ fr: `${figures(own.length).fr} énoncés`, en: `${figures(own.length).en} statements` });
}

/** Terms of the server's own vocabulary dereference, and say the same in every format. */
export async function proveTerms(site: Site, record: ProofRecord, terms: readonly string[]): Promise<void> {
  const [first] = terms;
  await record.check({ name: 'term', asked: `GET ${first ?? site.base}` }, () =>
    first === undefined ? notApplicable(NO_TERMS) : judgedAll(terms, (term) => sameInAll(site, term)),
  );
}

async function sameInAll(site: Site, term: string): Promise<Judged> {
  const graphs: (readonly RDF.Quad[])[] = [];
  for (const [, mediaType] of FORMATS) {
    const read = await readGraph(site, term, mediaType);
    const { last } = read.followed;
    if (last.status === 406) continue;
    if (read.kind === 'none') return { wrong: same(cameText(last)) };
    graphs.push(
      read.quads.filter(({ subject }) => subject.value === term || subject.value.startsWith(`${term}#`)),
    );
  }
  const texts = new Set(graphs.map((quads) => [...new Set(quads.map(comparable))].sort().join('\n')));
  if (graphs.length === 0) return 'not-offered';
  if (texts.has('')) return { wrong: NOT_DESCRIBED };
  return texts.size === 1 ? 'right' : { wrong: OTHER_GRAPHS };
}

const otherCount = (told: number, triples: number): Bilingual => ({
  fr: `void:triples y vaut ${figures(told).fr}, et ${figures(triples).fr} dans le catalogue`,
  en: `void:triples is ${figures(told).en} there, and ${figures(triples).en} in the catalogue`,
});

const NOT_DESCRIBED: Bilingual = { fr: 'la réponse n’en dit rien', en: 'the answer says nothing of it' };
const OTHER_GRAPHS: Bilingual = {
  fr: 'les formats ne disent pas la même chose',
  en: 'the formats do not say the same',
};
const NO_TERMS: Bilingual = {
  fr: 'les fichiers n’emploient aucun terme de ce serveur',
  en: 'the dumps use no term of this server',
};
