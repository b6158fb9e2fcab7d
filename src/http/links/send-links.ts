import type { Request, Response } from 'express';
import { iriOfPath } from '../../model/index.ts';
import { encodeIri } from '../address.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import { describePath, thingPath } from '../document.ts';
import { frameOf } from '../frame.ts';
import { sendResource, withoutExtension } from '../negotiated-resource.ts';
import { notFound } from '../problem.ts';
import type { ServedContext } from '../serving.ts';
import type { AskedLinks } from './asked-links.ts';
import { linksResource } from './links-resource.ts';

/** Answers `/doc/…?incoming=…`: a page of the links to what the document is about. */
export async function sendLinks(
  context: ServedContext,
  request: Request,
  response: Response,
  asked: AskedLinks,
): Promise<void> {
  const { path, extension, description } = describedAt(context, iriPathOf(request));
  const { base } = context.release.manifest;
  const dataset = context.datasets.find(({ slug }) => slug === description.dataset);
  const facts = { document: iriOfPath(path, base), dataset, base, release: context.release.manifest };
  const frame = frameOf(context, request, encodeIri(path));
  const document = { path, extension, description, facts, frame };
  return sendResource(request, response, linksResource(context, document, asked), extension);
}

/** The whole path is tried first: an identifier may end like an extension. */
function describedAt({ index, release }: AppContext, path: string) {
  const { base } = release.manifest;
  const whole = describePath(index, thingPath(path), base);
  if (whole) return { path, extension: undefined, description: whole };
  const parts = withoutExtension(path);
  const shortened = parts && describePath(index, thingPath(parts.path), base);
  if (!shortened) throw notFound();
  return { ...parts, description: shortened };
}
