import { open } from 'node:fs/promises';
import type { Bilingual } from '../model/index.ts';
import type { DescribedDataset, DescribedDump } from './description.ts';
import { type DumpFile, dumpToRead, fetchDump, syntaxOf } from './dump-file.ts';
import { proveOthers, proveVersions } from './other-dump-checks.ts';
import { failed, figures, notApplicable, type Outcome, passed } from './outcomes.ts';
import { type ReadDump, readDump, type Sink } from './read-dump.ts';
import type { ProofRecord } from './record.ts';
import type { Site } from './site.ts';
import { contentLength, reprDigest, sumDigest } from './told-digests.ts';

export interface DumpToProve {
  readonly site: Site;
  readonly record: ProofRecord;
  readonly dataset: DescribedDataset;
  /** Where it is put: absolute path of a file that the caller removes. */
  readonly path: string;
  readonly things: Sink;
  readonly terms: Sink;
}

/** Fetches the dump of a dataset that is easiest to read, and holds it against what is said of it. */
export async function proveDump(given: DumpToProve): Promise<ReadDump | undefined> {
  const { site, record, dataset } = given;
  const dump = dumpToRead(dataset.dumps);
  const syntax = dump && syntaxOf(dump);
  const about = { subject: dataset.iri, asked: `GET ${dump ? dump.address : dataset.iri}` };
  if (!dump || !syntax) {
    await record.check({ name: 'dump-whole', ...about }, () => notApplicable(NO_DUMP));
    return undefined;
  }
  let read: ReadDump | undefined;
  let file: DumpFile | undefined;
  await record.check({ name: 'dump-whole', ...about }, async () => {
    file = await fetchDump(site.client, site.locate(dump.address), { path: given.path, syntax });
    read = await readDump(file, given);
    return passed(amount(read));
  });
  if (file) await proveBytes(given, { dump, file });
  else await record.missed(['dump-digest', 'dump-size', 'dump-range'], about, NOT_FETCHED);
  if (!read) await record.missed(['count-void', 'count-endpoint', 'count-page'], about, NOT_FETCHED);
  await proveOthers(given, dump);
  await proveVersions(given);
  return read;
}

interface Fetched {
  readonly dump: DescribedDump;
  readonly file: DumpFile;
}

/** Digest, size and ranges: what does not depend on what is in the file. */
async function proveBytes({ site, record, dataset }: DumpToProve, { dump, file }: Fetched): Promise<void> {
  const { address } = dump;
  const about = { subject: dataset.iri, asked: `GET ${address}` };
  await record.check({ name: 'dump-digest', ...about, asked: `GET ${address}.sha256` }, async () => {
    const beside = await site.ask(`${address}.sha256`);
    return sameDigest(file.sha256, {
      'spdx:checksum': dump.sha256,
      'Repr-Digest': reprDigest(file.head),
      '.sha256': beside.status === 200 ? sumDigest(beside.text) : undefined,
    });
  });
  await record.check({ name: 'dump-size', ...about }, () =>
    sameSize(file.bytes, { 'Content-Length': contentLength(file.head), 'dcat:byteSize': dump.bytes }),
  );
  await record.check({ name: 'dump-range', ...about }, () => range(site, address, file));
}

type Told<T> = Readonly<Record<string, T | undefined>>;

function sameDigest(sha256: string, told: Told<string>): Outcome {
  const all = Object.entries(told).filter(([, value]) => value !== undefined);
  const other = all.filter(([, value]) => value !== sha256).map(([where, value]) => `${where} ${value}`);
  if (all.length === 0) return notApplicable({ fr: 'aucune empreinte n’est dite', en: 'no digest is told' });
  if (other.length > 0) return failed(instead(sha256, other));
  const where = all.map(([name]) => name).join(', ');
  return passed({ fr: `${sha256} (${where})`, en: `${sha256} (${where})` });
}

function sameSize(bytes: number, told: Told<number>): Outcome {
  const all = Object.entries(told).filter(([, value]) => value !== undefined);
  const other = all.filter(([, value]) => value !== bytes).map(([where, value]) => `${where} ${value}`);
  if (all.length === 0) return notApplicable({ fr: 'aucune taille n’est dite', en: 'no size is told' });
  return other.length > 0 ? failed(instead(String(bytes), other)) : passed(octets(bytes));
}

/** Octets from the middle of the file. */
const RANGE = 64;

async function range(site: Site, address: string, file: DumpFile): Promise<Outcome> {
  if (file.head.headers['accept-ranges'] !== 'bytes')
    return notApplicable({ fr: 'Accept-Ranges n’en annonce pas', en: 'Accept-Ranges announces none' });
  const start = Math.floor(file.bytes / 2);
  const end = Math.min(file.bytes, start + RANGE);
  const answer = await site.ask(address, { headers: { range: `bytes=${start}-${end - 1}` } });
  if (answer.status !== 206) return failed(status(answer.status));
  const part = await partOf(file.path, start, end);
  return part.equals(answer.bytes) ? passed(octets(end - start)) : failed(OTHER_OCTETS);
}

async function partOf(path: string, start: number, end: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(end - start);
    await file.read(buffer, 0, buffer.length, start);
    return buffer;
  } finally {
    await file.close();
  }
}

const amount = ({ file, statements }: ReadDump): Bilingual => ({
  fr: `${octets(file.bytes).fr}, ${figures(statements).fr} énoncés`,
  en: `${octets(file.bytes).en}, ${figures(statements).en} statements`,
});

const octets = (bytes: number): Bilingual => ({
  fr: `${figures(bytes).fr} octets`,
  en: `${figures(bytes).en} bytes`,
});

const instead = (own: string, others: readonly string[]): Bilingual => ({
  fr: `le fichier a ${own} ; ${others.join(', ')}`,
  en: `the file has ${own}; ${others.join(', ')}`,
});

const status = (code: number): Bilingual => ({ fr: `statut ${code}`, en: `status ${code}` });

const OTHER_OCTETS: Bilingual = { fr: 'd’autres octets', en: 'other bytes' };

const NOT_FETCHED: Bilingual = {
  fr: 'le fichier n’a pas pu être lu en entier',
  en: 'the dump could not be read to its end',
};

const NO_DUMP: Bilingual = {
  fr: 'aucun fichier N-Quads, N-Triples ou Turtle n’est décrit',
  en: 'no N-Quads, N-Triples or Turtle file is described',
};
