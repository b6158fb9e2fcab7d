import { Buffer } from 'node:buffer';
import type { Request, Response } from 'express';
import { encodeIri } from '../address.ts';
import { iriPathOf } from '../canonical-address.ts';
import { type AppContext, publishedDataset, publishedDatasets } from '../context.ts';
import { escapeXml } from '../escape-xml.ts';
import type { Handler } from '../methods.ts';
import { variesByEncoding } from '../negotiation.ts';
import { notFound } from '../problem.ts';
import { entityTag, httpDate, MINUTE } from '../reply.ts';
import { sendStream } from '../send-stream.ts';
import { pageAddresses, type SiteAddress } from '../sitemap/site-addresses.ts';
import { addressesAfter, type FileStarts, fileStarts } from '../sitemap/thing-files.ts';

/** `/sitemap.xml`, `/sitemap/pages.xml`, `/sitemap/<slug>/<number>.xml`. */
export const SITEMAP = /^\/sitemap(?:\.xml|\/pages\.xml|\/[^/]+\/\d{1,6}\.xml)$/;

/** The schema of sitemaps (https://www.sitemaps.org/protocol.html). */
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The map of the site: an index, a file of pages, and files of the things of each dataset. */
export function sitemap(context: AppContext): Handler {
  const starts = rememberedStarts(context);
  return async (request, response) => {
    const path = iriPathOf(request);
    if (path === '/sitemap.xml') return send(context, request, response, index(context, starts));
    if (path === '/sitemap/pages.xml') return send(context, request, response, pages(context));
    const [, slug = '', number = '0'] = /^\/sitemap\/([^/]+)\/(\d+)\.xml$/.exec(path) ?? [];
    if (!publishedDataset(context, slug)) throw notFound();
    const after = (await starts(slug))[Number(number) - 1];
    if (after === undefined) throw notFound();
    return send(context, request, response, urlset(addressesAfter(context, slug, after)));
  };
}

/** Where the files of each dataset begin: found once, the release does not change. */
function rememberedStarts(context: AppContext): (slug: string) => Promise<FileStarts> {
  const known = new Map<string, Promise<FileStarts>>();
  return (slug) => {
    const found = known.get(slug) ?? fileStarts(context, slug);
    known.set(slug, found);
    // A failure is not kept: the next request tries again.
    found.catch(() => known.delete(slug));
    return found;
  };
}

async function* index(
  context: AppContext,
  starts: (slug: string) => Promise<FileStarts>,
): AsyncGenerator<string> {
  const { base, createdAt } = context.release.manifest;
  yield `<sitemapindex xmlns="${NAMESPACE}">\n`;
  yield entry('sitemap', { location: `${base}sitemap/pages.xml`, changed: createdAt });
  for (const { released } of publishedDatasets(context)) {
    const { slug, changed } = released;
    for (const [at] of (await starts(slug)).entries()) {
      const location = encodeIri(`${base}sitemap/${slug}/${at + 1}.xml`);
      yield entry('sitemap', { location, ...(changed && { changed: changed.createdAt }) });
    }
  }
  yield '</sitemapindex>\n';
}

async function* pages(context: AppContext): AsyncGenerator<string> {
  const addresses = await pageAddresses(context);
  yield* urlset([addresses]);
}

async function* urlset(
  batches: AsyncIterable<readonly SiteAddress[]> | Iterable<readonly SiteAddress[]>,
): AsyncGenerator<string> {
  yield `<urlset xmlns="${NAMESPACE}">\n`;
  for await (const batch of batches) yield batch.map((one) => entry('url', one)).join('');
  yield '</urlset>\n';
}

const entry = (name: 'sitemap' | 'url', { location, changed }: SiteAddress): string =>
  `<${name}><loc>${escapeXml(location)}</loc>${changed === undefined ? '' : `<lastmod>${escapeXml(changed)}</lastmod>`}</${name}>\n`;

function send(
  { release: { manifest } }: AppContext,
  request: Request,
  response: Response,
  parts: AsyncGenerator<string>,
): Promise<void> | void {
  variesByEncoding(response);
  response.setHeader('Content-Type', 'application/xml');
  response.setHeader('Cache-Control', MINUTE);
  response.setHeader('ETag', entityTag(manifest.id, manifest.createdAt, manifest.toolVersion, request.path));
  response.setHeader('Last-Modified', httpDate(manifest.createdAt));
  if (request.fresh) return void response.status(304).end();
  if (request.method === 'HEAD') return void response.status(200).end();
  return sendStream(response, octets(parts));
}

async function* octets(parts: AsyncGenerator<string>): AsyncGenerator<Buffer> {
  yield Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n');
  for await (const part of parts) yield Buffer.from(part, 'utf8');
}
