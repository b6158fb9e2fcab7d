import type { ContributionDesk } from '../model/index.ts';
import { Fault } from '../model/index.ts';
import { BOUNDS } from './bounds.ts';
import { type OpenedFile, openFile } from './open-file.ts';
import { ContributionReading } from './reading.ts';
import { ContributionWriting } from './writing.ts';

/**
 * The file for a moderator, while a server has it open too; undefined where nobody sent anything yet.
 * @throws Fault where it cannot be used
 */
export function openDesk(file: string): ContributionDesk | undefined {
  const found = openFile(file, false);
  if (found.kind === 'missing') return undefined;
  if (found.kind !== 'open') throw unusable(file, found);
  const { database } = found.opened;
  const reading = new ContributionReading(database);
  const writing = new ContributionWriting(database, reading, BOUNDS);
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw unusable(file, { kind: 'unusable', error: error as Error });
    }
  };
  return {
    list: (filter = {}) => told(() => reading.list(filter)),
    counts: () => told(() => reading.counts()),
    show: (id) => told(() => reading.show(id)),
    decide: (id, verdict) => told(() => writing.decide(id, verdict, new Date())),
    all: () => told(() => reading.all()),
    close: () => database.close(),
  };
}

function unusable(file: string, found: Exclude<OpenedFile, { kind: 'open' | 'missing' }>): Fault {
  if (found.kind === 'newer')
    return new Fault(
      {
        fr: `${file} a été écrit par une version plus récente de ce programme.`,
        en: `${file} was written by a later version of this program.`,
      },
      { fr: 'Mettez le programme à jour.', en: 'Update the program.' },
    );
  const { error } = found;
  return new Fault(
    {
      fr: `Le fichier des contributions ${file} ne peut pas servir : ${error.message}.`,
      en: `The file of contributions ${file} cannot be used: ${error.message}.`,
    },
    {
      fr: 'Restaurez-le d’une sauvegarde ; ou, si vous n’en avez pas, mettez-le de côté : un nouveau sera créé.',
      en: 'Restore it from a backup; or, where there is none, put it aside: a new one will be made.',
    },
    error,
  );
}
