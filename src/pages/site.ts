import { createHash } from 'node:crypto';
import { type Colour, type Language, type SiteIdentity, THEMES } from '../model/index.ts';
import { FRAME } from './texts/frame-texts.ts';

/** What of a page's frame its name depends on. */
interface Placed {
  readonly language: Language;
  readonly identity?: SiteIdentity | undefined;
}

/** The name of the site: the publisher's, or the platform's own. */
export const siteName = ({ identity, language }: Placed): string => (identity?.name ?? FRAME.site)[language];

/** The few words beside it; none where a publisher gives a name and no words. */
export const siteMotto = ({ identity, language }: Placed): string | undefined =>
  identity ? identity.motto?.[language] : FRAME.motto[language];

/** Address of the stylesheet with a publisher's colours; it changes with them. */
export function coloursAddress({ colours }: SiteIdentity): string | undefined {
  if (colours === undefined) return undefined;
  const hash = createHash('sha256').update(JSON.stringify(colours)).digest('hex').slice(0, 12);
  return `/assets/identity-${hash}/colours.css`;
}

/** Address of a publisher's logo; it changes with its contents. */
export const logoAddress = ({ logo }: SiteIdentity): string | undefined =>
  logo &&
  `/assets/identity-${logo.sha256.slice(0, 12)}/logo.${logo.mediaType === 'image/png' ? 'png' : 'svg'}`;

/** The stylesheet with a publisher's colours, in place of those of the look. Nothing where there are none. */
export function coloursStyle({ colours = {} }: SiteIdentity): string {
  const rules = THEMES.flatMap((theme) => {
    const given = Object.entries(colours[theme] ?? {}) as [Colour, string][];
    const tokens = given.flatMap(([name, value]) => [
      `--${name}: ${value};`,
      ...(name === 'ink' ? [`--line-strong: ${value};`] : []),
    ]);
    return tokens.length === 0
      ? []
      : [`@media screen ${WHEN[theme]} {\n:root {\n${tokens.join('\n')}\n}\n}\n`];
  });
  return rules.join('');
}

const WHEN = {
  light: 'and (prefers-color-scheme: light)',
  dark: 'and (prefers-color-scheme: dark)',
} as const;
