import type { DescribedDataset, DescribedDump, DescribedVersion } from './description.ts';
import { failed, figures, listed, type Outcome, passed } from './outcomes.ts';
import type { ProofRecord } from './record.ts';
import type { Site } from './site.ts';
import { contentLength, reprDigest } from './told-digests.ts';
import type { AnswerHead } from './web-client.ts';
import { busy } from './web-faults.ts';

interface OthersToProve {
  readonly site: Site;
  readonly record: ProofRecord;
  readonly dataset: DescribedDataset;
}

/** Files beside the one that was fetched: they are asked for by HEAD. */
export async function proveOthers(
  { site, record, dataset }: OthersToProve,
  fetched: DescribedDump,
): Promise<void> {
  const others = dataset.dumps.filter(({ address }) => address !== fetched.address && site.owns(address));
  if (others.length === 0) return;
  const asked = `HEAD ${others[0]?.address} … (${others.length})`;
  await record.check({ name: 'dump-others', subject: dataset.iri, asked }, async () =>
    outcomeOf(await wrongHeads(site, others), others.length),
  );
}

/** Versions that are kept: each IRI answers, each file is there. */
export async function proveVersions({ site, record, dataset }: OthersToProve): Promise<void> {
  const versions = dataset.versions.filter(({ iri }) => site.owns(iri));
  if (versions.length === 0) return;
  const asked = `GET ${versions[0]?.iri} … (${versions.length})`;
  await record.check({ name: 'dataset-versions', subject: dataset.iri, asked }, async () => {
    const wrong: string[] = [];
    for (const version of versions) wrong.push(...(await wrongVersion(site, version)));
    return outcomeOf(wrong, versions.length);
  });
}

const outcomeOf = (wrong: readonly string[], all: number): Outcome =>
  wrong.length > 0 ? failed(listed(wrong)) : passed(figures(all));

async function wrongVersion(site: Site, { iri, dumps }: DescribedVersion): Promise<readonly string[]> {
  const { last } = await site.follow(iri, { accept: '*/*' });
  const own = dumps.filter(({ address }) => site.owns(address));
  return [...(isThere(last) ? [] : [`${iri} (${last.status})`]), ...(await wrongHeads(site, own))];
}

async function wrongHeads(site: Site, dumps: readonly DescribedDump[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { address, bytes, sha256 } of dumps) {
    const head = await site.ask(address, { method: 'HEAD' });
    const [length, digest] = [contentLength(head), reprDigest(head)];
    const isOther =
      (bytes !== undefined && length !== undefined && bytes !== length) ||
      (sha256 !== undefined && digest !== undefined && sha256 !== digest);
    if (!isThere(head)) wrong.push(`${address} (${head.status})`);
    else if (isOther) wrong.push(address);
  }
  return wrong;
}

/** @throws Unanswered where the server is busy */
function isThere({ status }: AnswerHead): boolean {
  if (status === 429 || status === 503) throw busy(status);
  return status === 200;
}
