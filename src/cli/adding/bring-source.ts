import { basename, relative, resolve } from 'node:path';
import { Fault } from '../../model/index.ts';

/** A file to add, here, whatever it was given as. */
export interface BroughtSource {
  /** Absolute path. */
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
  /** Its name below `source/`. */
  readonly name: string;
  /** Its address, where it has one. */
  readonly fetchedFrom?: string;
}

/** Finds the file; an address is fetched by whoever knows how. @throws Fault for an address that nobody can fetch */
export async function bringSource(given: string): Promise<BroughtSource> {
  if (/^https?:\/\//i.test(given)) throw NOT_HERE;
  const path = resolve(given);
  return { path, shown: relative('.', path) || path, name: safeName(basename(path)) };
}

/** Letters, digits, `.`, `_` and `-`: what needs no quotes anywhere. */
const safeName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '') || 'source.csv';

const NOT_HERE = new Fault(
  {
    fr: 'Une adresse ne peut pas encore être ajoutée directement.',
    en: 'An address cannot be added directly yet.',
  },
  {
    fr: 'Téléchargez le fichier, puis donnez son chemin.',
    en: 'Download the file, then give its path.',
  },
);
