import type { Response } from 'express';
import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import type { Handler } from '../methods.ts';
import { notFound } from '../problem.ts';
import { checksumLine, FOREVER, type SentFile, sendReleaseFile } from '../release-file.ts';
import { fileAt, latestFiles } from '../releases/file-addresses.ts';
import { sendUnlisted } from '../releases/unlisted-files.ts';
import { MINUTE, reply } from '../reply.ts';

const CHECKSUM = '.sha256';
const SUMS = '/dumps/SHA256SUMS';

/** Stored files, each with its checksum at the same address and `.sha256`; `/dumps/SHA256SUMS`: those of the whole dumps. */
export const files =
  (context: AppContext): Handler =>
  async (request, response) => {
    const path = iriPathOf(request);
    if (path === SUMS) return sendSums(context, response);
    const found = await fileAt(context, path);
    if (found) return sendReleaseFile(response, found);
    if (await sendUnlisted(context, response, path)) return;
    const summed = path.endsWith(CHECKSUM) && (await fileAt(context, path.slice(0, -CHECKSUM.length)));
    if (!summed) throw notFound();
    sendSum(response, summed);
  };

function sendSum(response: Response, found: SentFile): void {
  reply(response, {
    body: checksumLine(found),
    mediaType: 'text/plain',
    lastModified: found.release.manifest.createdAt,
    cacheControl: found.isPinned ? FOREVER : MINUTE,
  });
}

function sendSums({ release }: AppContext, response: Response): void {
  const whole = [...latestFiles(release)].filter(([address]) => address.startsWith('/dumps/'));
  const body = whole.map(([, file]) => checksumLine(file)).join('');
  reply(response, { body, mediaType: 'text/plain', lastModified: release.manifest.createdAt });
}
