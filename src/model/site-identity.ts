import type { Bilingual } from './language.ts';
import type { Colour, Theme } from './palette.ts';

/** The logo of a publisher: a picture of the project. */
export interface SiteLogo {
  /** Absolute path. */
  readonly file: string;
  readonly mediaType: 'image/svg+xml' | 'image/png';
  /** Hexadecimal SHA-256 of its contents. */
  readonly sha256: string;
}

/** Pages whose texts a publisher writes. */
export const SITE_TEXTS = ['about', 'legal', 'accessibility', 'contact'] as const;

export type SiteText = (typeof SITE_TEXTS)[number];

/** Who publishes a site, and how it presents itself: from `data/site.yml` of a project, or the platform's own. */
export interface SiteIdentity {
  /** Name in the rail and in titles. */
  readonly name: Bilingual;
  /** A few words beside the name. */
  readonly motto?: Bilingual;
  /** The heading and the lead of the first page, where they are given. */
  readonly heading?: Bilingual;
  readonly lead?: Bilingual;
  readonly publisher?: { readonly name: Bilingual; readonly address?: string };
  readonly logo?: SiteLogo;
  /** Colours of the look, as `#rrggbb`, that texts can be read in. */
  readonly colours?: Readonly<Partial<Record<Theme, Readonly<Partial<Record<Colour, string>>>>>>;
  /** Paragraphs, parted by empty lines, of pages that a publisher writes. */
  readonly texts: Readonly<Partial<Record<SiteText, Bilingual>>>;
  /** Template of a tile server (`{z}/{x}/{y}`) for maps, and who made the tiles; absent: none is asked. */
  readonly tiles?: { readonly template: string; readonly attribution: string };
}
