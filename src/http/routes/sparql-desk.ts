import type { Language, Terms, Usage } from '../../model/index.ts';
import { territoryData } from '../../pages/index.ts';
import type { AppContext } from '../context.ts';
import type { Handler } from '../methods.ts';
import { languageOf, variesByLanguage } from '../negotiation.ts';
import { MINUTE, reply } from '../reply.ts';

/** Terms beyond this number, the least used, complete nothing. */
const MOST_TERMS = 3000;

/** `/sparql/terms.json?lang=fr`: classes and properties of the data with their labels and how often they are used. */
export const sparqlTerms = ({ index, terms }: AppContext): Handler =>
  json((language) => {
    const { classes, properties } = index.vocabulary();
    const told = (list: readonly Usage[]) =>
      list.slice(0, MOST_TERMS).map((one) => described(one, terms, language));
    return { classes: told(classes), properties: told(properties) };
  });

/** `/sparql/territories.json?lang=fr`: outlines for the map of answers. */
export const sparqlTerritories = (): Handler => json(territoryData);

function described({ iri, count }: Usage, terms: Terms, language: Language) {
  const label = terms.find(iri)?.label[language];
  return { iri, ...(label !== undefined && { label }), count };
}

const json =
  (content: (language: Language) => unknown): Handler =>
  (request, response) => {
    variesByLanguage(response);
    const body = JSON.stringify(content(languageOf(request)));
    reply(response, { body, mediaType: 'application/json', cacheControl: MINUTE });
  };
