import { type Bilingual, type HarvestHeader, SECRET_REFERENCE } from '../model/index.ts';
import { HarvestFailure } from './failure.ts';

/** Secrets of the environment by their whole name: `CIMAISE_SECRET_PORTAL`. */
export type Secrets = ReadonlyMap<string, string>;

export interface ResolvedHeaders {
  readonly headers: Readonly<Record<string, string>>;
  /** Those that hold a secret. */
  readonly secret: Readonly<Record<string, string>>;
}

/** Puts secrets into the headers that name them. @throws HarvestFailure for one that the environment lacks */
export function resolveHeaders(declared: readonly HarvestHeader[], secrets: Secrets): ResolvedHeaders {
  const headers: Record<string, string> = {};
  const secret: Record<string, string> = {};
  for (const { name, value } of declared) {
    const given = value.replace(SECRET_REFERENCE, (_, variable: string) => secretOf(variable, secrets));
    (given === value ? headers : secret)[name.toLowerCase()] = given;
  }
  return { headers, secret };
}

function secretOf(variable: string, secrets: Secrets): string {
  const value = secrets.get(variable);
  // A line break in a header would begin another one.
  if (value !== undefined && /^[\x21-\x7e][\x20-\x7e]*$/.test(value)) return value;
  throw new HarvestFailure(
    'secret-missing',
    value === undefined || value === ''
      ? { fr: `Le secret ${variable} n’est pas donné.`, en: `The secret ${variable} is not given.` }
      : {
          fr: `Le secret ${variable} ne peut pas être envoyé : il contient autre chose que des lettres simples.`,
          en: `The secret ${variable} cannot be sent: it holds something else than plain letters.`,
        },
    {
      fr: `Donnez-le dans l’environnement : ${variable}=….`,
      en: `Give it in the environment: ${variable}=….`,
    },
  );
}

/** Shorter than this, a value is in too many texts to be taken out of them. */
const TELLING = 6;

/** A text without secrets: what a server says again of what it was sent is not told on. */
export function withoutSecrets(text: string, secrets: Secrets): string {
  let left = text;
  for (const value of secrets.values()) {
    if (value.length < TELLING) continue;
    for (const one of [value, encodeURIComponent(value)]) left = left.replaceAll(one, '***');
  }
  return left;
}

/** The same in both languages. */
export const bothWithoutSecrets = ({ fr, en }: Bilingual, secrets: Secrets): Bilingual => ({
  fr: withoutSecrets(fr, secrets),
  en: withoutSecrets(en, secrets),
});
