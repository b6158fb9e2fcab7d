import { open, readFile, rename } from 'node:fs/promises';
import { type HarvestOrigin, originAddress } from '../model/index.ts';
import { type Secrets, withoutSecrets } from './secrets.ts';

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

/** What decides which file an address gives: where any of it is declared anew, conditions of before mean nothing. */
export function addressKey(from: HarvestOrigin): string {
  const { kind, ...parts } = from;
  return kind === 'file' ? originAddress(from) : `${kind} ${JSON.stringify(parts)}`;
}

/** What an answer says of its own age. */
export type Validators = Pick<HarvestState, 'etag' | 'lastModified' | 'revision'>;

export const validatorsOf = ({ etag, lastModified, revision }: Validators): Validators => ({
  ...(etag !== undefined && { etag }),
  ...(lastModified !== undefined && { lastModified }),
  ...(revision !== undefined && { revision }),
});

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

/** Written aside and renamed: it is there entirely or not at all. What a server said again of a secret is not kept. */
export async function writeState(source: string, state: HarvestState, secrets: Secrets): Promise<void> {
  const entries = Object.entries(state).map(([name, value]) => [
    name,
    typeof value === 'string' ? withoutSecrets(value, secrets) : value,
  ]);
  await writeAside(statePath(source), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
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
