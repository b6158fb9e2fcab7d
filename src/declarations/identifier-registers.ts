import { nearest } from '../documents/index.ts';
import type { Bilingual, Complaint, Dataset, IdentifierRegister, Place } from '../model/index.ts';
import { compilePattern } from '../patterns/index.ts';
import { cimaise, type RDF, wdt } from '../rdf/index.ts';
import { badValue } from './complaints.ts';

/** A file of `ontologies/`, parsed. */
interface TurtleFile {
  readonly file: string;
  readonly quads: readonly RDF.Quad[];
  /** On which line, from 1, the object of each statement begins. */
  readonly lines: readonly number[];
}

/** Longer texts are no identifiers: patterns must be able to try so many characters. */
const LONGEST_IDENTIFIER = 200;

/** A web address whose host is written out: what a source holds cannot choose it. */
const TEMPLATE = /^https?:\/\/[^/?#$\s@]+\/[^\s]*\$1[^\s]*$/;

/** Something that gives the values of a property. */
interface Said {
  objects(subject: string, predicate: string): readonly RDF.Term[];
}

/** Where the identifiers lead that a term names; undefined where nothing is said, or what is said cannot be used. */
export function registerOf(said: Said, iri: string): IdentifierRegister | undefined {
  const texts = (property: string) => said.objects(iri, property).map(({ value }) => value);
  const templates = texts(wdt.P1630).filter((text) => TEMPLATE.test(text));
  const patterns = texts(wdt.P1793).flatMap((source) => {
    const compiled = compilePattern(wholly(source));
    return 'problem' in compiled ? [] : [compiled.regex];
  });
  return templates.length > 0 && patterns.length > 0 ? { templates, patterns } : undefined;
}

/** What is wrong with the registers of a file: an address without host or place, a pattern that is none or is missing. */
export function registerComplaints({ file, quads, lines }: TurtleFile): readonly Complaint[] {
  const patterned = new Set(
    quads.filter(({ predicate }) => predicate.value === wdt.P1793).map(({ subject }) => subject.value),
  );
  return quads.flatMap(({ subject, predicate, object }, at) => {
    const line = lines[at];
    const place: Place = { file, ...(line !== undefined && { line }) };
    if (predicate.value === wdt.P1630) {
      if (!TEMPLATE.test(object.value)) return [complaint(place, object.value, TEMPLATE_EXPECTED)];
      return patterned.has(subject.value) ? [] : [complaint(place, object.value, PATTERN_EXPECTED)];
    }
    if (predicate.value !== wdt.P1793) return [];
    const problem = problemOf(object.value);
    return problem ? [complaint(place, object.value, problem)] : [];
  });
}

/** Registers that datasets name and no ontology describes. */
export function unknownRegisters(
  datasets: readonly Pick<Dataset, 'register' | 'places' | 'place'>[],
  ontologies: readonly TurtleFile[],
): readonly Complaint[] {
  const quads = ontologies.flatMap((file) => file.quads);
  const known = new Set(
    quads.filter(({ predicate }) => predicate.value === wdt.P1630).map(({ subject }) => subject.value),
  );
  return datasets.flatMap(({ register, places, place }) => {
    if (register === undefined || known.has(register)) return [];
    const near = nearest(register, known);
    return [badValue(places.get(cimaise.register) ?? place, 'register', register, meant(near))];
  });
}

const meant = (near: string | undefined): Bilingual =>
  near === undefined
    ? {
        fr: 'Décrivez ce registre dans ontologies/, avec wdt:P1630 et wdt:P1793.',
        en: 'Describe this register in ontologies/, with wdt:P1630 and wdt:P1793.',
      }
    : { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` };

const wholly = (source: string): string => `^(?:${source})$`;

function problemOf(source: string): Bilingual | undefined {
  const compiled = compilePattern(wholly(source));
  if ('problem' in compiled) return compiled.problem;
  return compiled.limit < LONGEST_IDENTIFIER ? TOO_SLOW : undefined;
}

const complaint = (place: Place, value: string, remedy: Bilingual): Complaint => ({
  place,
  found: {
    fr: `« ${value} » ne peut pas mener des identifiants à leurs adresses.`,
    en: `“${value}” cannot lead from identifiers to their addresses.`,
  },
  remedy,
});

const TEMPLATE_EXPECTED: Bilingual = {
  fr: 'Écrivez une adresse du Web dont l’hôte est entier, avec $1 à la place de l’identifiant : "https://exemple.fr/notice/$1".',
  en: 'Write a web address with its whole host, and $1 where the identifier goes: "https://example.org/record/$1".',
};
const PATTERN_EXPECTED: Bilingual = {
  fr: 'Dites aussi comment un identifiant s’écrit, par wdt:P1793 (expression régulière) : rien d’autre ne devient une adresse.',
  en: 'Say too how an identifier is written, by wdt:P1793 (regular expression): nothing else becomes an address.',
};
const TOO_SLOW: Bilingual = {
  fr: 'Le motif serait trop lent sur un texte de 200 caractères : répétez moins.',
  en: 'The pattern would be too slow on a text of 200 characters: repeat less.',
};
