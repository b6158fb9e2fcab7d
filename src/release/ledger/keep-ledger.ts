import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../../declarations/index.ts';
import type { Complaint, ReleasedDataset, ReleaseMoment } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import type { Progress } from '../progress.ts';
import { writeLines } from '../written-file.ts';
import { checkTargets } from './check-targets.ts';
import { type DeclaredWithdrawals, NONE_DECLARED, readWithdrawals } from './declared.ts';
import type { LedgerEntry } from './entry.ts';
import { entriesAt, entryLines, knownBefore, type LedgerBefore, ledgerBefore } from './ledger-before.ts';
import { mergeLedger, withdrawn } from './merge-ledger.ts';
import { refuseMissing } from './missing.ts';
import { bySpace, type LedgerPart, partAt, partOfDataset, partOfTerms } from './part.ts';
import { type PresentThing, presentIn } from './present.ts';
import { LedgerSurvey } from './survey.ts';
import { refuseAlive, refuseUnknown } from './survey-complaints.ts';
import { type WholeLedger, writeWholeLedger } from './whole-ledger.ts';

/** What a release publishes, when it is to be entered in the ledger. */
export interface LedgerToKeep {
  readonly project: Project;
  /** Absolute path of the folder of releases. */
  readonly releases: string;
  /** The draft's folder, in which the dumps stand. */
  readonly folder: string;
  readonly release: ReleaseMoment;
  readonly released: readonly ReleasedDataset[];
  /** Id of the release from which datasets were taken over as they are, and their slugs. */
  readonly taken: { readonly from: string | undefined; readonly slugs: ReadonlySet<string> };
  /** Statements of the ontologies, sorted lines. */
  readonly terms: readonly string[];
  readonly progress: Progress;
}

export type KeptLedger =
  | { readonly kind: 'kept'; readonly ledger: WholeLedger }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/**
 * Enters what a release publishes in the ledger of URIs. Refused where one would disappear and nobody said what became
 * of it, or where what is said cannot be.
 */
export async function keepLedger(keep: LedgerToKeep): Promise<KeptLedger> {
  const { project, folder, releases, progress } = keep;
  const { base } = project;
  const work = join(folder, '.work');
  await mkdir(work, { recursive: true });
  const complaints: Complaint[] = [];
  const declared = await readWithdrawals(project, complaints);
  const before = await ledgerBefore({ releases, base, work, progress });
  const surveys: LedgerSurvey[] = [];
  for (const part of partsOf(keep, before, declared)) {
    const survey = new LedgerSurvey(part, declared.get(part.table) ?? NONE_DECLARED);
    await writeLines(
      folder,
      part.path,
      entryLines(survey.watch(entriesOf(keep, before, survey))),
      'text/tab-separated-values',
    );
    surveys.push(survey);
  }
  complaints.push(...(await complaintsOf(keep, surveys)));
  const kept = complaints.length > 0 ? undefined : await writeWholeLedger({ folder, base, surveys });
  await rm(work, { recursive: true, force: true });
  return kept ? { kind: 'kept', ledger: kept } : { kind: 'refused', complaints };
}

/** Those of the release, those of before, and those that are declared, in the order of their IRIs. */
function partsOf(
  { project: { base }, released }: LedgerToKeep,
  before: LedgerBefore,
  declared: ReadonlyMap<string, DeclaredWithdrawals>,
): readonly LedgerPart[] {
  const now = released.map(({ slug }) => partOfDataset(base, slug));
  const known = [...before.files.keys()].flatMap((path) => partAt(path, base) ?? []);
  const tables = [...declared.keys()].flatMap((table) => {
    const slug = /^data\/([^/]+)\//.exec(table)?.[1];
    return slug === undefined ? [] : [partOfDataset(base, slug)];
  });
  const all = [...now, ...known, ...tables, partOfTerms(base)];
  return [...new Map(all.map((part) => [part.path, part])).values()].sort(bySpace);
}

/** A part of the ledger with this release. */
function entriesOf(
  keep: LedgerToKeep,
  before: LedgerBefore,
  { part, declared }: LedgerSurvey,
): AsyncIterable<LedgerEntry> {
  const { createdAt } = keep.release;
  return mergeLedger({
    before: knownBefore(before, part, { declared: declared.rows.keys(), createdAt }),
    present: described(keep, before, part),
    createdAt,
    vanished(entry) {
      const rest = entry.status === 'published' ? declared.rest : undefined;
      const found = declared.rows.get(entry.iri) ?? rest;
      if (found) return withdrawn(entry, found.withdrawal, createdAt);
      return entry.status === 'published' ? { ...entry, status: 'missing' } : entry;
    },
  });
}

/** What is described: of a dataset that was taken over, the ledger of its release tells. */
function described(
  { folder, released, taken, terms }: LedgerToKeep,
  before: LedgerBefore,
  part: LedgerPart,
): AsyncIterable<PresentThing> | Iterable<PresentThing> {
  const { slug, path } = part;
  const work = join(folder, '.work');
  if (slug === undefined) return presentIn({ part, lines: oneBatch(terms), folder: work });
  const dump = released.find((one) => one.slug === slug)?.dump;
  if (dump === undefined) return [];
  const file = before.files.get(path);
  const isKnown = file !== undefined && before.release === taken.from && taken.slugs.has(slug);
  const { sha256 } = dump;
  return isKnown
    ? publishedIn(entriesAt(file))
    : presentIn({ part, lines: readQuadLines(join(folder, dump.path)), sha256, folder: work });
}

async function* oneBatch(lines: readonly string[]): AsyncGenerator<readonly string[]> {
  yield lines;
}

async function* publishedIn(
  entries: AsyncIterable<LedgerEntry> | Iterable<LedgerEntry>,
): AsyncGenerator<PresentThing> {
  for await (const entry of entries) if (entry.status === 'published') yield entry;
}

async function complaintsOf(
  { project: { root, base }, folder, release, released }: LedgerToKeep,
  surveys: readonly LedgerSurvey[],
): Promise<readonly Complaint[]> {
  const day = release.createdAt.slice(0, 10);
  const complaints: Complaint[] = [];
  for (const survey of surveys) {
    const ledger = join(folder, survey.part.path);
    complaints.push(...refuseAlive(survey), ...refuseUnknown(survey));
    const { slug } = survey.part;
    const isGivenUp = slug !== undefined && !released.some((one) => one.slug === slug);
    if (survey.missing.count > 0)
      complaints.push(await refuseMissing({ survey, isGivenUp, ledger, root, base, folder, day }));
  }
  const files = surveys.map(({ part }) => join(folder, part.path));
  return [...complaints, ...(await checkTargets({ base, surveys, files }))];
}
