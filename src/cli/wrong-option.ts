import { type Bilingual, Fault } from '../model/index.ts';
import { isIri } from '../rdf/index.ts';

/** A value that an option cannot have, and what to write instead. */
export const wrongOption = (option: string, value: string, remedy: Bilingual): Fault =>
  new Fault(
    { fr: `L’option ${option} vaut « ${value} ».`, en: `The option ${option} is “${value}”.` },
    remedy,
  );

/** @throws Fault for a `--base` that is no absolute IRI */
export function assertBase(base: string | undefined): void {
  if (base !== undefined && !isIri(base)) throw wrongOption('--base', base, NOT_AN_IRI);
}

const NOT_AN_IRI: Bilingual = {
  fr: 'Donnez un IRI entier, par exemple https://data.exemple.fr/.',
  en: 'Give a whole IRI, https://data.example.org/ for example.',
};
