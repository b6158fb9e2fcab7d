import type { Language } from '../../model/index.ts';
import { escapeXml } from '../escape-xml.ts';

/** A feed document, before it is written. */
export interface AtomFeed {
  /** IRI that never changes, the same for all documents of the feed. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  /** ISO 8601. */
  readonly updated: string;
  readonly author: { readonly name: string; readonly uri?: string };
  readonly links: readonly AtomLink[];
  /** Whether the document never changes again (RFC 5005 section 4). */
  readonly isArchive: boolean;
  readonly entries: readonly AtomEntry[];
}

export interface AtomLink {
  readonly relation: string;
  readonly address: string;
  readonly mediaType?: string;
}

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly links: readonly AtomLink[];
  /** Plain text. */
  readonly summary: string;
}

const ATOM = 'http://www.w3.org/2005/Atom';
const HISTORY = 'http://purl.org/syndication/history/1.0';

/** Writes a feed (RFC 4287). */
export function atomText(feed: AtomFeed): string {
  const { author } = feed;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="${ATOM}" xmlns:fh="${HISTORY}" xml:lang="${feed.language}">`,
    element('id', feed.id),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', feed.updated),
    `<author>${element('name', author.name)}${author.uri === undefined ? '' : element('uri', author.uri)}</author>`,
    element('generator', 'Cimaise'),
    ...(feed.isArchive ? ['<fh:archive/>'] : []),
    ...feed.links.map(linkText),
    ...feed.entries.map(entryText),
    '</feed>\n',
  ].join('\n');
}

const entryText = ({ id, title, updated, links, summary }: AtomEntry): string =>
  [
    '<entry>',
    element('id', id),
    element('title', title),
    element('updated', updated),
    element('published', updated),
    ...links.map(linkText),
    element('summary', summary),
    '</entry>',
  ].join('\n');

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

const linkText = ({ relation, address, mediaType }: AtomLink): string =>
  `<link rel="${relation}"${mediaType === undefined ? '' : ` type="${escapeXml(mediaType)}"`} href="${escapeXml(address)}"/>`;
