import { Fault } from '../../model/index.ts';

/** The program's own words, as one quotation. */
const quoted = (words: string): string => words.trim().replace(/\s*\n\s*/g, ' ⏎ ');

export const missingProgram = (program: string): Fault =>
  new Fault(
    {
      fr: `Le programme « ${program} » de l’entrepôt natif est introuvable ou ne peut pas être lancé.`,
      en: `The program “${program}” of the native store cannot be found or started.`,
    },
    {
      fr: 'Installez Oxigraph (cargo install oxigraph-cli) et donnez son chemin dans CIMAISE_OXIGRAPH, ou choisissez CIMAISE_STORE=embedded.',
      en: 'Install Oxigraph (cargo install oxigraph-cli) and give its path in CIMAISE_OXIGRAPH, or choose CIMAISE_STORE=embedded.',
    },
  );

export const notLoaded = (folder: string, words: string): Fault =>
  new Fault(
    {
      fr: `Oxigraph n’a pas pu charger la version publiée dans ${folder}. Il dit : « ${quoted(words)} ».`,
      en: `Oxigraph could not load the release into ${folder}. It says: “${quoted(words)}”.`,
    },
    {
      fr: 'Vérifiez la place sur le disque (environ 150 octets par énoncé, le double pendant le chargement) et les droits sur ce dossier, ou refaites la version par « cimaise build ».',
      en: 'Check the space on the disk (about 150 bytes a statement, twice that while loading) and the rights on this folder, or make the release again with “cimaise build”.',
    },
  );

export const unwritable = (folder: string, cause: Error): Fault =>
  new Fault(
    {
      fr: `Le dossier ${folder} de l’entrepôt natif ne peut pas être écrit : ${cause.message}.`,
      en: `The folder ${folder} of the native store cannot be written: ${cause.message}.`,
    },
    {
      fr: 'Donnez le droit d’y écrire, ou de la place sur le disque.',
      en: 'Give the right to write there, or space on the disk.',
    },
    cause,
  );

export const otherCount = (expected: number, found: number): Fault =>
  new Fault(
    {
      fr: `Oxigraph a chargé ${found} énoncés ; la version publiée en compte ${expected}.`,
      en: `Oxigraph loaded ${found} statements; the release counts ${expected}.`,
    },
    {
      fr: 'Refaites la version publiée par « cimaise build », ou revenez à la précédente.',
      en: 'Make the release again with “cimaise build”, or go back to the one before.',
    },
  );

export const notStarted = (words: string): Fault =>
  new Fault(
    {
      fr: `Un processus d’Oxigraph s’est arrêté avant de pouvoir répondre. Il dit : « ${quoted(words)} ».`,
      en: `A process of Oxigraph stopped before it could answer. It says: “${quoted(words)}”.`,
    },
    {
      fr: 'Essayez le programme de CIMAISE_OXIGRAPH à la main (oxigraph --version) et vérifiez la mémoire disponible.',
      en: 'Try the program of CIMAISE_OXIGRAPH by hand (oxigraph --version) and check the available memory.',
    },
  );
