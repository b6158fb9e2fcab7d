import type { Bilingual } from '../../model/index.ts';

type Texts = readonly [found: Bilingual, remedy: Bilingual];

/** Text that was meant as something else: what it looks like, and what to write. */
interface Lookalike {
  readonly pattern: RegExp;
  /** @param match of the pattern */
  readonly texts: (match: RegExpExecArray) => Texts;
}

/** What stands for one valid reference or one escape, which are no lookalikes. */
const REFERENCE = '\u0000';
const SOUND = /\\[$()\\~]|\$\((?:\\.|[^()\\]|\((?:\\.|[^()\\])*\))*\)/g;

/** In order: the first that is found is told. */
const LOOKALIKES: readonly Lookalike[] = [
  { pattern: /~([A-Za-z]+(?:-[A-Za-z0-9]+)*)$/, texts: ([, suffix = '']) => badSuffix(suffix) },
  {
    pattern: /\$\{([^{}$]*)\}|\$\s+\(([^()$]*)\)|\$([\p{L}_][\p{L}\p{N}_]*)\)/u,
    texts: ([whole, braced, spaced, open]) => badReference(whole, braced ?? spaced ?? open ?? ''),
  },
];

/** `{nom}` alone is RML's way; in the long form, `{ value: "{nom}" }`, it is text. */
const BRACED = /^\{([\p{L}_][\p{L}\p{N}_ .-]*)\}$/u;

/**
 * What a term's text says that a person did not mean: `$(nom)~IRI`, `$nom)`, `${nom}`, or `{nom}` alone. They would be
 * text, and no one would be told.
 * @param isShort whether the text stands by itself, not under `value`
 */
export function lookalike(text: string, isShort: boolean): Texts | undefined {
  const braced = isShort ? BRACED.exec(text) : null;
  if (braced) return bracedReference(braced[0], braced[1] ?? '');
  const rest = text.replace(SOUND, (sound) => (sound.startsWith('$') ? REFERENCE : ''));
  for (const { pattern, texts } of LOOKALIKES) {
    const match = pattern.exec(rest);
    if (match !== null && isMeant(match, rest)) return texts(match);
  }
  return undefined;
}

/** A suffix counts behind a reference; `~IRI`, `~uri` and `~lang` behind any text. */
const isMeant = ({ 0: whole, 1: suffix, index }: RegExpExecArray, text: string): boolean =>
  !whole.startsWith('~') || text[index - 1] === REFERENCE || /^(iri|uri|lang)$/i.test(suffix ?? '');

function badSuffix(suffix: string): Texts {
  const found = {
    fr: `« ~${suffix} » n’est pas un suffixe possible ici : ce serait du texte.`,
    en: `“~${suffix}” is no suffix that is possible here: it would be text.`,
  };
  if (/^(iri|ur[iln])$/i.test(suffix))
    return [found, { fr: 'Écrivez ~iri, en minuscules.', en: 'Write ~iri, in lower case.' }];
  if (!/^(lang|language|langue|[a-z]{2,3}(-[A-Za-z0-9]+)*)$/i.test(suffix))
    return [
      found,
      { fr: `Écrivez ~iri, ou \\~${suffix} pour du texte.`, en: `Write ~iri, or \\~${suffix} for text.` },
    ];
  const tag = /^lang/i.test(suffix) ? 'fr' : suffix;
  return [
    found,
    {
      fr: `La langue s’écrit à part : [prédicat, $(colonne), ${tag}~lang]. Pour du texte, écrivez \\~${suffix}.`,
      en: `The language stands apart: [predicate, $(column), ${tag}~lang]. For text, write \\~${suffix}.`,
    },
  ];
}

const badReference = (whole: string, name: string): Texts => [
  {
    fr: `« ${whole} » ressemble à une référence mal écrite : ce serait du texte.`,
    en: `“${whole}” looks like a reference that is miswritten: it would be text.`,
  },
  {
    fr: `Écrivez $(${name.trim()}), ou \\${whole} pour du texte.`,
    en: `Write $(${name.trim()}), or \\${whole} for text.`,
  },
];

const bracedReference = (whole: string, name: string): Texts => [
  {
    fr: `« ${whole} » est une référence de RML ; en YARRRML, ce serait du texte.`,
    en: `“${whole}” is a reference of RML; in YARRRML it would be text.`,
  },
  {
    fr: `Écrivez $(${name}), ou { value: "${whole}" } pour du texte.`,
    en: `Write $(${name}), or { value: "${whole}" } for text.`,
  },
];
