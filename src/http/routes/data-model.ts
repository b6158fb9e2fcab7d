import { modelPage, type PageFrame, termPage } from '../../pages/index.ts';
import type { AppContext } from '../context.ts';
import { addressParameters } from '../form.ts';
import type { Handler } from '../methods.ts';
import { termFacts, usedTerms } from '../model/used-terms.ts';
import { notFound } from '../problem.ts';
import { sendPage } from '../send-page.ts';
import type { ServedContext } from '../serving.ts';

/** /model: classes and properties of the data; `?term=<IRI>` one of them. */
export const MODEL = /^\/model$/;

export const dataModel =
  (context: ServedContext): Handler =>
  (request, response) =>
    sendPage(context, request, response, (frame) => {
      const term = addressParameters(request.originalUrl).get('term');
      return term === null ? wholeModel(context, frame) : oneTerm(context, frame, term);
    });

const wholeModel = (context: AppContext, frame: PageFrame): string =>
  modelPage(frame, {
    classes: usedTerms(context, 'class'),
    properties: usedTerms(context, 'property'),
    terms: context.terms,
    hasOntology: context.index.has(`${frame.base}def/`),
  });

function oneTerm(context: AppContext, frame: PageFrame, iri: string): string {
  const { index, terms } = context;
  const facts = termFacts(context, iri);
  if (!facts) throw notFound();
  return termPage(frame, {
    facts,
    terms,
    label: (one) => index.label(one, frame.language),
    isDefinedHere: iri.startsWith(frame.base) && index.has(iri),
  });
}
