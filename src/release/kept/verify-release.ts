import { join } from 'node:path';
import type { Release } from '../../model/index.ts';
import { countLines, isPacked, type MeasuredFile, measureFile } from './measured-file.ts';
import * as faults from './release-faults.ts';
import { damagedRelease, type ReleaseFault } from './release-faults.ts';
import { filesBelow, isInside, MANIFEST, readTold, SUMS, type Told } from './told-files.ts';

/** What was found of a release's files. */
export interface ReleaseVerdict {
  readonly id: string;
  /** None: it is whole. */
  readonly faults: readonly ReleaseFault[];
  /** Files looked at, and their bytes. */
  readonly files: number;
  readonly bytes: number;
}

/** Files read at once. */
const AT_ONCE = 4;

/**
 * Reads every file of a release: it has the bytes and the SHA-256 that manifest and SHA256SUMS say, can be unpacked, and
 * has as many lines as the manifest counts statements; none is missing, none is too many. Nothing is written.
 * @param releases absolute path of the folder of releases
 */
export async function verifyRelease(releases: string, id: string): Promise<ReleaseVerdict> {
  const folder = join(releases, id);
  const told = await readTold(folder, id);
  const looked = await lookAtAll(told, (file) => unpack(file, told));
  const extra = (await filesBelow(folder)).filter((file) => !told.named.has(file));
  const found = [...told.faults, ...looked.flatMap((one) => one.faults), ...extra.map(faults.isExtra)];
  const bytes = looked.reduce((sum, { measured }) => sum + (measured?.bytes ?? 0), 0);
  return { id, faults: found, files: looked.length, bytes };
}

/**
 * What a server makes sure of before it serves a release: every file has the SHA-256 that was published.
 * @throws Fault that names the first file that has not
 */
export async function assertIntact({ folder, manifest: { id } }: Release): Promise<void> {
  const told = await readTold(folder, id);
  const looked = await lookAtAll(told, async () => []);
  const [first] = [...told.faults, ...looked.flatMap((one) => one.faults)];
  if (first) throw damagedRelease(id, first);
}

interface Looked {
  readonly measured: MeasuredFile | undefined;
  readonly faults: readonly ReleaseFault[];
}

type Look = (file: string) => Promise<readonly ReleaseFault[]>;

/** All files that are named, in the order of their paths, some at a time. */
async function lookAtAll(told: Told, more: Look): Promise<readonly Looked[]> {
  const files = [...told.named].sort();
  const looked: Looked[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < files.length; at = next++)
      looked[at] = await lookAt(files[at] as string, told, more);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return looked;
}

async function lookAt(file: string, told: Told, more: Look): Promise<Looked> {
  if (!isInside(file)) return { measured: undefined, faults: [faults.isOutside(file)] };
  const measured = await measureFile(told.folder, file);
  if (!measured) return { measured, faults: [faults.isMissing(file)] };
  const found = compare(file, measured, told);
  return { measured, faults: found.length > 0 ? found : await more(file) };
}

function compare(file: string, { bytes, sha256 }: MeasuredFile, told: Told): readonly ReleaseFault[] {
  const listed = told.listed.get(file);
  const sum = told.sums.get(file);
  if (listed && listed.bytes !== bytes) return [faults.hasOtherSize(file, bytes, listed.bytes)];
  if (listed && listed.sha256 !== sha256) return [faults.hasOtherHash(file, MANIFEST)];
  if (sum !== undefined && sum !== sha256) return [faults.hasOtherHash(file, SUMS)];
  if (file === SUMS) return [];
  if (sum === undefined) return [faults.isUnlisted(file, SUMS)];
  return listed || file === MANIFEST || told.isUnread ? [] : [faults.isUnlisted(file, MANIFEST)];
}

async function unpack(file: string, { folder, lines }: Told): Promise<readonly ReleaseFault[]> {
  if (!isPacked(file)) return [];
  const expected = lines.get(file);
  try {
    const found = await countLines(join(folder, file));
    return expected === undefined || found === expected ? [] : [faults.hasOtherCount(file, found, expected)];
  } catch (error) {
    return [faults.isUnreadable(file, (error as Error).message)];
  }
}
