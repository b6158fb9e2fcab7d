import type { Bilingual } from '../../model/index.ts';
import { type HttpProblem, problem } from '../problem.ts';
import type { JsonPlace } from './json-place.ts';

export const brokenForm = (): HttpProblem =>
  problem('bad-request', {
    fr: 'Le formulaire contient un codage en pourcentage ou des octets qui ne sont pas de l’UTF-8.',
    en: 'The form holds percent-encodings or octets that are not UTF-8.',
  });

export const malformedJson = (name: string, { line, column }: JsonPlace): HttpProblem =>
  problem(
    'parameter-invalid',
    {
      fr: `« ${name} » n’est pas du JSON : ligne ${line}, colonne ${column}.`,
      en: `“${name}” is not JSON: line ${line}, column ${column}.`,
    },
    { members: { parameter: name, line, column } },
  );

/** @param at where in the JSON, as `queries.q0.limit` */
export const unexpected = (at: string, expected: Bilingual): HttpProblem =>
  problem(
    'parameter-invalid',
    {
      fr: `« ${shown(at)} » : est attendu ${expected.fr}.`,
      en: `“${shown(at)}”: expected ${expected.en}.`,
    },
    { members: { at: shown(at) } },
  );

export const tooMuch = (at: string, most: number): HttpProblem =>
  problem(
    'body-too-large',
    {
      fr: `« ${shown(at)} » en contient trop : ${most} au plus à la fois. Envoyez-les en plusieurs lots.`,
      en: `“${shown(at)}” holds too many: ${most} at most at once. Send them in several batches.`,
    },
    { members: { at: shown(at), most } },
  );

export const tooHeavy = (): HttpProblem =>
  problem('body-too-large', {
    fr: 'Une requête de rapprochement compare trop de longs textes. Envoyez moins de valeurs par requête, ou des valeurs plus courtes.',
    en: 'One reconciliation query compares too many long texts. Send fewer values in a query, or shorter ones.',
  });

export const noQueries = (): HttpProblem =>
  problem(
    'parameter-missing',
    {
      fr: 'Il manque « queries » (des requêtes de rapprochement) ou « extend » (des valeurs à prendre).',
      en: 'There is no “queries” (reconciliation queries) and no “extend” (values to fetch).',
    },
    { members: { parameters: ['queries', 'extend'] } },
  );

export const missingParameter = (name: string, example: string): HttpProblem =>
  problem(
    'parameter-missing',
    {
      fr: `Il manque le paramètre « ${name} » (par exemple ${name}=${example}).`,
      en: `The parameter “${name}” is missing (for example ${name}=${example}).`,
    },
    { members: { parameter: name, example } },
  );

export const noService = (slug: string, meant: string | undefined): HttpProblem =>
  problem(
    'not-found',
    {
      fr: `Aucun jeu de données ne s’appelle « ${shown(slug)} ».${meant === undefined ? '' : ` Vouliez-vous dire /reconcile/${meant} ?`}`,
      en: `No dataset is called “${shown(slug)}”.${meant === undefined ? '' : ` Did you mean /reconcile/${meant}?`}`,
    },
    meant === undefined
      ? {}
      : { alternates: [{ path: `/reconcile/${meant}`, mediaType: 'application/json', name: meant }] },
  );

export const noEntity = (id: string): HttpProblem =>
  problem('not-found', {
    fr: `Rien n’est publié ici sous l’identifiant « ${shown(id)} ».`,
    en: `Nothing is published here under the identifier “${shown(id)}”.`,
  });

export const strangeBody = (): HttpProblem =>
  problem('unsupported-media-type', {
    fr: 'Le corps est à envoyer comme formulaire (application/x-www-form-urlencoded, « queries » ou « extend »), ou en JSON (application/json).',
    en: 'Send the body as a form (application/x-www-form-urlencoded, “queries” or “extend”), or as JSON (application/json).',
  });

const shown = (text: string): string => (text.length > 200 ? `${text.slice(0, 200).toWellFormed()}…` : text);
