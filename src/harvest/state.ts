import { open, readFile, rename } from 'node:fs/promises';

/** What is known of a kept source: a file beside it that people may read, `<source>.harvest.json`. */
export interface HarvestState {
  /** The address that was asked, and the one that answered. */
  readonly asked: string;
  readonly from: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Absent until a harvest has read them. */
  readonly records?: number;
  /** When it was fetched, and when it was last found to be what the address gives (ISO 8601). */
  readonly fetched: string;
  readonly checked: string;
  /** What an interface says of the age of its data: nothing is fetched while it stays, or what is newer alone (OAI-PMH). */
  readonly revision?: string;
}

export const statePath = (source: string): string => `${source}.harvest.json`;

/** Undefined where there is none, or it cannot be read: everything is asked for then. */
export async function readState(source: string): Promise<HarvestState | undefined> {
  try {
    const found = JSON.parse(await readFile(statePath(source), 'utf8')) as HarvestState;
    return typeof found.asked === 'string' && typeof found.sha256 === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Written aside and renamed: it is there entirely or not at all. */
export async function writeState(source: string, state: HarvestState): Promise<void> {
  await writeAside(statePath(source), `${JSON.stringify(state, null, 2)}\n`);
}

/** Writes a whole text aside, onto the disk, and renames it. */
export async function writeAside(path: string, text: string): Promise<void> {
  const aside = `${path}.${process.pid}.aside`;
  const file = await open(aside, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path);
}
