import type { Language, ReleaseManifest } from '../../model/index.ts';
import type { CommandContext } from '../context.ts';
import { writeText } from '../file-aside.ts';

/** `1,8 Mo` or `1.8 MB`. */
export function size(bytes: number, language: Language): string {
  const units = { fr: ['octets', 'ko', 'Mo', 'Go', 'To'], en: ['bytes', 'kB', 'MB', 'GB', 'TB'] }[language];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const maximumFractionDigits = power === 0 ? 0 : 1;
  return `${(bytes / 1000 ** power).toLocaleString(language, { maximumFractionDigits })} ${units[power]}`;
}

/** The moment of a release, UTC, to the minute: `2026-11-22 10:00`. */
export const dayAndTime = (moment: string): string => moment.slice(0, 16).replace('T', ' ');

/** Bytes of all files but the manifest and the sums. */
export const bytesOf = ({ files }: ReleaseManifest): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/** A document for scripts, on standard output. */
export const sayJson = ({ streams }: CommandContext, value: unknown): Promise<void> =>
  writeText(undefined, `${JSON.stringify(value, null, 2)}\n`, streams.out);
