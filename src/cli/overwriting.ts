import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Mapping, realPath, sourceFilesOf, targetsOf } from '../mapping/index.ts';
import { type Bilingual, Fault } from '../model/index.ts';

/** A file that an option asks to write. */
export interface Output {
  readonly option: string;
  /** As it was typed; undefined or `-` is standard output. */
  readonly path: string | undefined;
}

/** A file that may not be written over, and what it is. */
export interface Kept {
  readonly path: string;
  readonly what: Bilingual;
}

/**
 * Paths are compared without their links. What exists and is no regular file (`/dev/null`) can be written by all.
 * @throws Fault naming the option, before anything is written over
 */
export function assertApart(outputs: readonly Output[], kept: readonly Kept[]): void {
  const taken = new Map(kept.map(({ path, what }) => [realPath(path), what]));
  for (const { option, path } of outputs) {
    if (path === undefined || path === '-' || isSpecial(path)) continue;
    const file = realPath(resolve(path));
    const what = taken.get(file);
    if (what) throw overwriting(option, path, what);
    taken.set(file, { fr: `le fichier de ${option}`, en: `the file of ${option}` });
  }
}

/** What a mapping reads. */
export const readBy = (path: string, mapping: Pick<Mapping, 'rules'>): readonly Kept[] => [
  { path, what: MAPPING },
  ...sourceFilesOf(mapping).map((source) => ({ path: source, what: SOURCE })),
];

/** The files that a mapping writes by itself. */
export const writtenBy = (mapping: Mapping): readonly Kept[] =>
  targetsOf(mapping).map(({ path }) => ({ path, what: TARGET }));

/**
 * What a mapping that cannot be understood may read: itself, and the report's file where its name stands in the
 * mapping. The report is all that such a run writes.
 */
export function perhapsReadBy(path: string, report: string | undefined): readonly Kept[] {
  const itself = { path, what: MAPPING };
  if (report === undefined) return [itself];
  const text = textOf(path);
  const file = resolve(report);
  const isNamed = [file, realPath(file)].some((name) => text.includes(basename(name)));
  return isNamed && existsSync(file) ? [itself, { path: file, what: NAMED }] : [itself];
}

const MAPPING = { fr: 'la correspondance elle-même', en: 'the mapping itself' };
const SOURCE = { fr: 'une source de la correspondance', en: 'a source of the mapping' };
const TARGET = { fr: 'une cible de la correspondance', en: 'a target of the mapping' };
const NAMED = { fr: 'un fichier que la correspondance nomme', en: 'a file that the mapping names' };

const isSpecial = (path: string): boolean => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile();
};

/** Empty where it cannot be read: whoever parsed it has said so. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const overwriting = (option: string, path: string, what: Bilingual): Fault =>
  new Fault(
    {
      fr: `L’option ${option} écraserait « ${path} », qui est ${what.fr}.`,
      en: `The option ${option} would overwrite “${path}”, which is ${what.en}.`,
    },
    { fr: 'Donnez un autre fichier : rien n’est écrit.', en: 'Give another file: nothing is written.' },
  );
