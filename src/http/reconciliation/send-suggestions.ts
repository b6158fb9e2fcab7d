import type { Request } from 'express';
import { expandedIri } from '../expanded-iri.ts';
import { addressForm, valuesOf } from '../form.ts';
import { brokenForm, missingParameter, unexpected } from './reconciliation-problems.ts';
import type { KnownTerms } from './scope.ts';
import { type Exchange, reconcilingOf, sendJson } from './send-service.ts';
import { type AskedSuggestion, shortName, suggestEntities, suggestTerms } from './suggest.ts';

const LONGEST_PREFIX = 200;
const USUAL_PROPERTIES = 50;
const MOST_PROPERTIES = 200;

/** `suggest/entity`, `suggest/type`, `suggest/property`: completions of what is typed. */
export function sendSuggestions(
  exchange: Exchange,
  what: 'entity' | 'type' | 'property',
  known: KnownTerms,
): void {
  const asked = readSuggestion(exchange);
  const reconciling = reconcilingOf(exchange);
  const result =
    what === 'entity'
      ? suggestEntities(asked, reconciling)
      : suggestTerms(termsOf(exchange, what, { known, asked }), asked, reconciling);
  sendJson(exchange, { result });
}

const termsOf = (
  { scope }: Exchange,
  what: 'type' | 'property',
  { known, asked }: { readonly known: KnownTerms; readonly asked: AskedSuggestion },
) => (what === 'type' ? known.classes(scope) : known.properties(scope, asked.type));

/** `extend/propose?type=`: properties that things of a class have. */
export function sendProposal(exchange: Exchange, known: KnownTerms): void {
  const { context, scope, request } = exchange;
  const form = formOf(request);
  const [written = ''] = valuesOf(form, 'type');
  const limit = readWhole(valuesOf(form, 'limit')[0], 'limit') ?? USUAL_PROPERTIES;
  const type = written === '' ? undefined : expandedIri(written, context.release.manifest.base);
  const { naming } = reconcilingOf(exchange);
  const properties = known
    .properties(scope, type)
    .slice(0, Math.min(limit, MOST_PROPERTIES))
    .map(({ iri }) => ({ id: iri, name: naming.term(iri), description: shortName(iri) }));
  sendJson(exchange, { ...(written !== '' && { type: written }), limit, properties });
}

function readSuggestion({ request, context }: Exchange): AskedSuggestion {
  const form = formOf(request);
  const [prefix] = valuesOf(form, 'prefix');
  if (prefix === undefined) throw missingParameter('prefix', 'mus');
  const [type = ''] = valuesOf(form, 'type');
  return {
    prefix: prefix.slice(0, LONGEST_PREFIX).toWellFormed().normalize('NFC'),
    cursor: readWhole(valuesOf(form, 'cursor')[0], 'cursor') ?? 0,
    ...(type !== '' && { type: expandedIri(type, context.release.manifest.base) }),
  };
}

function formOf({ originalUrl }: Request) {
  const form = addressForm(originalUrl);
  if (!form) throw brokenForm();
  return form;
}

function readWhole(written: string | undefined, name: string): number | undefined {
  if (written === undefined || written === '') return undefined;
  if (/^\d{1,6}$/.test(written)) return Number(written);
  throw unexpected(name, { fr: 'un nombre entier', en: 'a whole number' });
}
