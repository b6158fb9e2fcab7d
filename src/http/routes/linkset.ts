import { iriPathOf } from '../canonical-address.ts';
import { type AppContext, publishedDataset } from '../context.ts';
import type { Handler } from '../methods.ts';
import { notFound } from '../problem.ts';
import { signposted } from '../releases/signposted.ts';
import { reply } from '../reply.ts';
import { linkset } from '../signposting.ts';

export const LINKSET = /^\/dataset\/([^/]+)\/linkset\.json$/;

/** `/dataset/<slug>/linkset.json`: the links of a dataset's page and of what it leads to (RFC 9264). */
export const datasetLinkset =
  (context: AppContext): Handler =>
  (request, response) => {
    const found = publishedDataset(context, LINKSET.exec(iriPathOf(request))?.[1] ?? '');
    if (!found) throw notFound();
    reply(response, {
      body: `${JSON.stringify(linkset(signposted(context, found)), null, 2)}\n`,
      mediaType: 'application/linkset+json',
      lastModified: context.release.manifest.createdAt,
    });
  };
