import { Buffer } from 'node:buffer';
import type { Request } from 'express';
import { addressForm, type Form, parseForm } from '../form.ts';
import { problem } from '../problem.ts';

const FORM_TYPE = 'application/x-www-form-urlencoded';

/**
 * The form that a page of this site sent. A page elsewhere that posts here in a reader's name is refused: browsers say
 * where a form comes from (Fetch Metadata, else Origin), so no cookie and no script are needed.
 * @param base base IRI of the release: this site's public address
 */
export function readForm(request: Request, base: string): Form {
  if (!isFromHere(request, base)) throw crossSite();
  const [mediaType = ''] = (request.headers['content-type'] ?? '').split(';');
  if (mediaType.trim().toLowerCase() !== FORM_TYPE) throw wrongType(mediaType);
  const form = parseForm(textOf(request.body));
  if (!form) throw broken();
  return form;
}

/** The parameters of a request's address. */
export function askedForm({ originalUrl }: Request): Form {
  const form = addressForm(originalUrl);
  if (!form) throw broken();
  return form;
}

/** The first value of a name; empty where there is none. */
export const firstValue = (form: Form, name: string): string => form.find(([one]) => one === name)?.[1] ?? '';

function isFromHere({ headers }: Request, base: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = headers;
  // No browser: a program, whose form has to be sealed like any other.
  if (origin === undefined) return true;
  return URL.canParse(origin) && [host, new URL(base).host].includes(new URL(origin).host);
}

function textOf(body: unknown): string {
  try {
    const octets = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    // TextDecoder: not UTF-8
    throw broken();
  }
}

const crossSite = () =>
  problem('cross-site', {
    fr: 'Ce formulaire a été envoyé par la page d’un autre site. Remplissez celui qui est ici.',
    en: 'This form was sent by a page of another site. Fill in the one that is here.',
  });

const wrongType = (found: string) =>
  problem(
    'unsupported-media-type',
    {
      fr: `Le corps est annoncé comme « ${found} » ; un formulaire est attendu (${FORM_TYPE}).`,
      en: `The body is announced as “${found}”; a form is expected (${FORM_TYPE}).`,
    },
    { headers: { 'Accept-Post': FORM_TYPE } },
  );

const broken = () =>
  problem('bad-request', {
    fr: 'La demande contient un codage en pourcentage ou des octets qui ne sont pas de l’UTF-8.',
    en: 'The request holds percent-encodings or octets that are not UTF-8.',
  });
