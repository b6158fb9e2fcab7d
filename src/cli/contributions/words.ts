import {
  type Bilingual,
  type ContributionFlag,
  type ContributionKind,
  type ContributionStatus,
  type Language,
  shortened,
  visible,
} from '../../model/index.ts';
import type { CommandContext } from '../context.ts';
import { writeText } from '../file-aside.ts';

export const KINDS: Readonly<Record<ContributionKind, Bilingual>> = {
  report: { fr: 'signalement', en: 'report' },
  reuse: { fr: 'réutilisation', en: 'reuse' },
  message: { fr: 'message', en: 'message' },
};

export const STATUSES: Readonly<Record<ContributionStatus, Bilingual>> = {
  pending: { fr: 'en attente', en: 'pending' },
  accepted: { fr: 'acceptée', en: 'accepted' },
  refused: { fr: 'refusée', en: 'refused' },
  resolved: { fr: 'résolue', en: 'resolved' },
};

export const FLAGS: Readonly<Record<ContributionFlag, Bilingual>> = {
  links: { fr: 'beaucoup de liens', en: 'many links' },
  markup: { fr: 'du balisage', en: 'markup' },
};

/** A stranger's text on one line: it cannot look like a line of ours. */
export const oneLine = (text: string, most: number, language: Language): string =>
  shortened(text.replace(/\s+/g, ' ').trim(), most, language);

/** A stranger's text on its lines, each behind a bar: none can look like a line of ours. */
export const barred = (text: string): readonly string[] =>
  text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => `  │ ${line}`);

/** A document for scripts: controls of terminals and of direction are written `\u001B`, which JSON reads back. */
export const sayVisibleJson = ({ streams }: CommandContext, value: unknown): Promise<void> =>
  writeText(undefined, `${visible(JSON.stringify(value, null, 2))}\n`, streams.out);
