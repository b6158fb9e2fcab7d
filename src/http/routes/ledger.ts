import type { AppContext } from '../context.ts';
import type { Handler } from '../methods.ts';
import { notFound } from '../problem.ts';
import { sendReleaseFile } from '../release-file.ts';

/** `/ledger.tsv.gz`: every IRI that was ever published, and what became of it; in releases of before there is none. */
export const ledger =
  (context: AppContext): Handler =>
  (_request, response) => {
    const file = context.release.manifest.ledger;
    if (file === undefined) throw notFound();
    return sendReleaseFile(context, response, { file, name: 'ledger.tsv.gz', collection: '/catalogue' });
  };
