import { childOf, textOf, type YamlMap, type YamlNode } from '../documents/index.ts';
import {
  type Bilingual,
  COLOURS,
  type Colour,
  type Complaint,
  contrast,
  GROUND_COLOURS,
  LEAST_CONTRAST,
  PALETTE,
  READ_COLOURS,
  type SiteIdentity,
  THEMES,
  type Theme,
} from '../model/index.ts';
import { badValue, unknownKey } from './complaints.ts';

/** Reads `colours:` of a site; a colour in which a text could not be read is a complaint. */
export function readColours(node: YamlNode | undefined, complaints: Complaint[]): SiteIdentity['colours'] {
  if (node === undefined) return undefined;
  if (node.kind !== 'map') {
    complaints.push(badValue(node.place, 'colours', textOf(node) ?? '…', SOME_COLOURS));
    return undefined;
  }
  for (const { key, place } of node.entries)
    if (!THEMES.some((theme) => theme === key)) complaints.push(unknownKey(place, key, THEMES));
  return Object.fromEntries(
    THEMES.flatMap((theme) => {
      const given = childOf(node, theme);
      return given === undefined ? [] : [[theme, themeOf(given, theme, complaints)]];
    }),
  );
}

function themeOf(node: YamlNode, theme: Theme, complaints: Complaint[]): Partial<Record<Colour, string>> {
  if (node.kind !== 'map') {
    complaints.push(badValue(node.place, theme, textOf(node) ?? '…', SOME_COLOURS));
    return {};
  }
  const found: Partial<Record<Colour, string>> = {};
  for (const { key, place, node: value } of node.entries) {
    const colour = COLOURS.find((one) => one === key);
    const text = textOf(value)?.trim() ?? '';
    if (colour === undefined) complaints.push(unknownKey(place, key, COLOURS));
    else if (/^#[0-9a-f]{6}$/i.test(text)) found[colour] = text.toLowerCase();
    else complaints.push(badValue(value.place, key, text, A_COLOUR));
  }
  complaints.push(...unreadable(node, theme, found));
  return found;
}

/** Pairs of a text and its ground that are too near each other, the platform's own colours standing in for what is not given. */
function unreadable(node: YamlMap, theme: Theme, given: Partial<Record<Colour, string>>): Complaint[] {
  const colours = { ...PALETTE[theme], ...given };
  return READ_COLOURS.flatMap((text) =>
    GROUND_COLOURS.filter((ground) => given[text] ?? given[ground]).flatMap((ground) => {
      const found = contrast(colours[text], colours[ground]);
      if (found >= LEAST_CONTRAST) return [];
      const place = (childOf(node, given[text] === undefined ? ground : text) ?? node).place;
      return [tooNear(place, { text, ground, found, theme })];
    }),
  );
}

interface TooNear {
  readonly text: Colour;
  readonly ground: Colour;
  readonly found: number;
  readonly theme: Theme;
}

const tooNear = (place: Complaint['place'], { text, ground, found, theme }: TooNear): Complaint => ({
  place,
  found: {
    fr: `Un texte « ${text} » ne se lit pas sur « ${ground} » (${theme}) : leur contraste est de ${inDigits(found, ',')}.`,
    en: `A text in “${text}” cannot be read on “${ground}” (${theme}): their contrast is ${inDigits(found, '.')}.`,
  },
  remedy: {
    fr: `Éloignez ces couleurs l’une de l’autre : il faut ${inDigits(LEAST_CONTRAST, ',')} au moins.`,
    en: `Move these colours apart: at least ${inDigits(LEAST_CONTRAST, '.')} is needed.`,
  },
});

/** Cut, not rounded: 4.49 is not 4.5. */
const inDigits = (value: number, separator: string): string =>
  String(Math.floor(value * 10) / 10).replace('.', separator);

const A_COLOUR: Bilingual = { fr: 'Écrivez par exemple "#9b2335".', en: 'Write for example "#9b2335".' };

const SOME_COLOURS: Bilingual = {
  fr: 'Écrivez par exemple « colours: { light: { garance: "#9b2335" } } ».',
  en: 'Write for example “colours: { light: { garance: "#9b2335" } }”.',
};
