import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { nearest } from '../../documents/index.ts';
import { Fault, type Harvest } from '../../model/index.ts';

/** A file to add, here, whatever it was given as. */
export interface BroughtSource {
  readonly kind: 'brought';
  /** Absolute path. */
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
  /** Its name below `source/`. */
  readonly name: string;
  /** Where it was fetched, where it was; the file is to be moved then, and its state with it. */
  readonly fetched?: FetchedSource;
}

export interface FetchedSource {
  /** The address that answered. */
  readonly from: string;
  readonly harvest: Harvest;
  /** How many records the address promised. */
  readonly records?: number;
  /** Absolute path of what a next harvest needs to know. */
  readonly state: string;
}

export const isAddress = (given: string): boolean => /^https?:\/\//i.test(given);

/** A file of this machine. @throws Fault where there is none, and for headers, which nobody would be sent */
export function bringFile(given: string, headers: readonly string[]): BroughtSource {
  if (headers.length > 0) throw NO_ADDRESS;
  const path = resolve(given);
  if (isMissing(path)) throw nothingAt(given, path);
  return { kind: 'brought', path, shown: given, name: safeName(basename(path)) };
}

/** Letters, digits, `.`, `_` and `-`: what needs no quotes anywhere. */
const safeName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '') || 'source.csv';

/** What may not be looked at is told when it is read. */
function isMissing(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function nothingAt(given: string, path: string): Fault {
  const near = nearest(basename(path), namesIn(dirname(path)));
  return new Fault(
    { fr: `Il n’y a pas de fichier « ${given} ».`, en: `There is no file “${given}”.` },
    near === undefined
      ? {
          fr: 'Donnez à « cimaise add » le chemin d’un fichier, ou une adresse http ou https.',
          en: 'Give “cimaise add” the path of a file, or an http or https address.',
        }
      : { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` },
  );
}

const NO_ADDRESS = new Fault(
  {
    fr: '--header ne sert que pour une adresse, et c’est un fichier qui est donné.',
    en: '--header is for addresses alone, and a file is given.',
  },
  {
    fr: 'Retirez --header, ou donnez une adresse http ou https.',
    en: 'Remove --header, or give an http or https address.',
  },
);
