import type { Bilingual, FileAnswer } from '../../model/index.ts';
import type { SyntaxComplaint } from '../../sparql/index.ts';

const refused = (found: Bilingual, remedy: Bilingual): FileAnswer => ({ kind: 'refused', found, remedy });

const SELECT_ONLY: Bilingual = {
  fr: 'Écrivez une requête SELECT : chaque solution est un enregistrement.',
  en: 'Write a SELECT query: each solution is a record.',
};

const SIMPLER: Bilingual = {
  fr: 'Écrivez une requête plus simple, ou préparez le fichier d’abord.',
  en: 'Write a simpler query, or prepare the file first.',
};

const mebibytes = (bytes: number): string => String(Math.floor(bytes / (1 << 20)));

/** Why a query on a file is not answered; a new reason is a new row. */
export const REFUSALS = {
  malformed: ({ reason, line, column }: SyntaxComplaint) => {
    const [fr, en] =
      line === undefined
        ? ['', '']
        : [` (ligne ${line}, colonne ${column})`, ` (line ${line}, column ${column})`];
    return refused(
      {
        fr: `La requête n’est pas du SPARQL${fr} : ${reason}`,
        en: `The query is not SPARQL${en}: ${reason}`,
      },
      { fr: 'Corrigez-la dans le mapping.', en: 'Correct it in the mapping.' },
    );
  },
  tooComplex: (reason: string) =>
    refused({ fr: `La requête est trop longue ou trop profonde : ${reason}`, en: reason }, SIMPLER),
  notSelect: () =>
    refused({ fr: 'La requête n’est pas un SELECT.', en: 'The query is no SELECT.' }, SELECT_ONLY),
  remote: () =>
    refused(
      {
        fr: 'La requête interroge un service distant (SERVICE) : seul le fichier est lu.',
        en: 'The query asks a remote service (SERVICE): only the file is read.',
      },
      {
        fr: 'Retirez SERVICE, ou enregistrez sa réponse dans un fichier.',
        en: 'Remove SERVICE, or save its answer in a file.',
      },
    ),
  unknownSyntax: (file: string) =>
    refused(
      {
        fr: `Le nom de « ${file} » ne dit pas dans quelle syntaxe RDF il est écrit.`,
        en: `The name of “${file}” does not tell which RDF syntax it is written in.`,
      },
      {
        fr: 'Donnez-lui une de ces extensions : .nt, .nq, .ttl, .trig, .rdf, .jsonld.',
        en: 'Give it one of these extensions: .nt, .nq, .ttl, .trig, .rdf, .jsonld.',
      },
    ),
  missing: (file: string, reason: string) =>
    refused(
      {
        fr: `Le fichier « ${file} » ne peut pas être lu (${reason}).`,
        en: `The file “${file}” cannot be read (${reason}).`,
      },
      { fr: 'Mettez-le à cet endroit, ou corrigez rml:path.', en: 'Put it there, or correct rml:path.' },
    ),
  largeFile: (file: string, bytes: number) =>
    refused(
      {
        fr: `Le fichier « ${file} » dépasse ${mebibytes(bytes)} Mio : il est chargé en mémoire pour être interrogé.`,
        en: `The file “${file}” is over ${mebibytes(bytes)} MiB: it is loaded into memory to be queried.`,
      },
      { fr: 'Donnez-en une partie.', en: 'Give a part of it.' },
    ),
  notRdf: (file: string, reason: string) =>
    refused(
      {
        fr: `« ${file} » n’est pas du RDF dans la syntaxe que dit son extension : ${reason}.`,
        en: `“${file}” is not RDF in the syntax that its extension tells: ${reason}.`,
      },
      { fr: 'Corrigez le fichier ou son extension.', en: 'Correct the file or its extension.' },
    ),
  timedOut: (milliseconds: number) =>
    refused(
      {
        fr: `La requête n’a pas répondu en ${(milliseconds / 1000).toLocaleString('fr')} s.`,
        en: `The query was not answered within ${milliseconds / 1000} s.`,
      },
      SIMPLER,
    ),
  largeAnswer: () =>
    refused(
      { fr: 'La réponse à la requête est trop grande.', en: 'The answer to the query is too large.' },
      SIMPLER,
    ),
  failed: (reason: string) =>
    refused({ fr: `La requête a échoué : ${reason}.`, en: `The query failed: ${reason}.` }, SIMPLER),
};
