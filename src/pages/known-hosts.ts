import { type Bilingual, type Language, percentDecoded, same } from '../model/index.ts';
import { bilingual, shortened } from './typography.ts';

/** Names of places on the web that identify things, as readers know them. */
const NAMES: Readonly<Record<string, Bilingual>> = {
  'wikidata.org': same('Wikidata'),
  'commons.wikimedia.org': same('Wikimedia Commons'),
  'fr.wikipedia.org': bilingual('Wikipédia', 'Wikipedia (French)'),
  'en.wikipedia.org': bilingual('Wikipédia (anglais)', 'Wikipedia'),
  'data.bnf.fr': same('data.bnf.fr'),
  'catalogue.bnf.fr': bilingual('BnF, catalogue général', 'BnF, general catalogue'),
  'pop.culture.gouv.fr': bilingual('Notice de la POP', 'Record in POP'),
  'data.culture.gouv.fr': same('data.culture.gouv.fr'),
  'data.gouv.fr': same('data.gouv.fr'),
  'culture.gouv.fr': bilingual('Ministère de la Culture', 'French Ministry of Culture'),
  'id.insee.fr': same('Insee'),
  'rdf.insee.fr': same('Insee'),
  'viaf.org': same('VIAF'),
  'isni.org': same('ISNI'),
  'idref.fr': same('IdRef'),
  'sws.geonames.org': same('GeoNames'),
  'geonames.org': same('GeoNames'),
  'vocab.getty.edu': same('Getty'),
  'n2t.net': same('ARK'),
  'doi.org': same('DOI'),
  'openstreetmap.org': same('OpenStreetMap'),
  'archivesportaleurope.net': bilingual('Portail européen des archives', 'Archives Portal Europe'),
  'publications.europa.eu': bilingual('Office des publications de l’UE', 'EU Publications Office'),
};

/** Sites whose name above is that of one record, as they are called themselves. */
const SITES: Readonly<Record<string, Bilingual>> = {
  'pop.culture.gouv.fr': bilingual(
    'POP, la plateforme ouverte du patrimoine',
    'POP, the French open heritage platform',
  ),
};

/** How an address elsewhere is shown: the site's name, and its identifier there where that is short. */
export function outsideName(iri: string, language: Language): { name: string; identifier?: string } {
  const url = URL.parse(iri);
  if (!url || url.hostname === '') return { name: shortened(iri, 80) };
  const host = url.hostname.replace(/^www\./, '');
  const identifier = lastStep(url);
  const isSite = url.pathname === '/' && url.search === '' && url.hash === '';
  const name = ((isSite && SITES[host]) || NAMES[host])?.[language];
  if (name === undefined)
    return { name: shortened(host + percentDecoded(url.pathname.replace(/\/$/, '')), 60) };
  return identifier === undefined ? { name } : { name, identifier };
}

function lastStep({ pathname, hash }: URL): string | undefined {
  const step = hash.length > 1 ? hash.slice(1) : (pathname.split('/').findLast((one) => one !== '') ?? '');
  return /^[\p{L}\p{N}_.:-]{1,24}$/u.test(percentDecoded(step)) ? percentDecoded(step) : undefined;
}
