import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault, RefusedInput } from '../../model/index.ts';
import { checkTarget } from './check.ts';
import { contentOf } from './content.ts';
import { PACKERS } from './pack.ts';
import type { TargetRequest } from './request.ts';
import { createTextFile } from './text-file.ts';

/** A file that statements go to (RML-IO logical target). Calls are awaited one after the other. */
export interface Target {
  /** Absolute path of the file, there once `close` has returned. */
  readonly path: string;
  /** @param nquads whole lines of N-Quads, each ended by a line feed */
  write(nquads: string): Promise<void>;
  /** Ends the file and gives it its name; until then whatever stands at `path` stays as it is. */
  close(): Promise<void>;
  /** Gives up: what was written aside is removed. After a call that failed this has been done already. */
  discard(): Promise<void>;
}

/**
 * A target of a mapping (RML-IO, section “Logical Target vocabulary”). Nothing touches the disk before the first
 * statement or `close`.
 * @throws RefusedInput for a path that may not be written, or a syntax, encoding or compression that is not known
 */
export function createTarget(request: TargetRequest): Target {
  const encoding = checkTarget(request);
  const { path, compression } = request;
  const aside = { plain: `${path}.${process.pid}.aside`, packed: `${path}.${process.pid}.packed` };
  const content = contentOf(request);
  const file = createTextFile(aside.plain, encoding);
  const discard = async () => {
    await file.abandon();
    await Promise.all(Object.values(aside).map((one) => rm(one, { force: true })));
  };
  const finish = async () => {
    const rest = await content.end();
    if (rest !== '') await file.write(rest);
    await file.finish();
    await PACKERS[compression](aside.plain, aside.packed, entryName(path));
    await rename(aside.packed, path);
    await rm(aside.plain, { force: true });
  };
  return {
    path,
    write: (nquads) => guarded(path, discard, () => file.write(content.add(nquads))),
    close: () => guarded(path, discard, finish),
    discard,
  };
}

/** `dump.nq` for `dump.nq.tar.gz`: what an archive holds is named as if there were none. */
const entryName = (path: string): string =>
  basename(path).replace(/(.)\.(zip|tar\.gz|tgz|tar\.xz|txz)$/, '$1');

/** Does something; where it fails, nothing stays aside, and what the disk said becomes a fault. */
async function guarded(path: string, discard: () => Promise<void>, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    // The first failure is the one to tell: that what is left aside cannot be removed follows from it.
    await discard().catch(() => undefined);
    throw error instanceof Fault || error instanceof RefusedInput ? error : cannotWrite(path, error);
  }
}

function cannotWrite(path: string, cause: unknown): Fault {
  // The system's message names the file written aside, which nobody has asked for.
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  const reason = code ?? (cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause));
  return new Fault(
    {
      fr: `La cible « ${path} » n’a pas pu être écrite : ${reason}.`,
      en: `The target “${path}” could not be written: ${reason}.`,
    },
    {
      fr: 'Vérifiez que le dossier est accessible en écriture et que le disque a de la place.',
      en: 'Check that the folder can be written and that the disk has room.',
    },
    cause,
  );
}
