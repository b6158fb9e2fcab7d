import { type Bilingual, secretReference, visible } from '../../model/index.ts';
import { HarvestFailure } from '../failure.ts';

/** What is said of an address that a person gives: what is taken of it, and what cannot be. */
const shown = (text: string): string => visible(text.slice(0, 300));

export const droppedParameters = (names: readonly string[]): Bilingual => ({
  fr: `L’adresse choisit une partie des enregistrements (${names.map(shown).join(', ')}) : ce choix n’est pas repris, tout est demandé.`,
  en: `The address chooses some of the records (${names.map(shown).join(', ')}): that choice is not taken over, everything is asked for.`,
});

export const oneOfSeveral = (title: string, count: number): Bilingual => ({
  fr: `Ressource choisie parmi ${count} : « ${shown(title)} ».`,
  en: `Resource chosen out of ${count}: “${shown(title)}”.`,
});

export const whichResource = (
  resources: readonly { readonly title: string; readonly url: string }[],
): HarvestFailure => {
  const listed = resources.slice(0, 10).map(({ title, url }) => `${shown(title)} <${shown(url)}>`);
  const all = `${listed.join(' ; ')}${resources.length > listed.length ? ' ; …' : ''}`;
  return new HarvestFailure(
    'interface',
    {
      fr: `Le jeu a ${resources.length} ressources qui pourraient être la source.`,
      en: `The dataset has ${resources.length} resources that could be the source.`,
    },
    { fr: `Donnez l’adresse de l’une d’elles : ${all}`, en: `Give the address of one of them: ${all}` },
  );
};

export const nothingReadable = (portal: string, formats: readonly string[]): HarvestFailure =>
  new HarvestFailure(
    'interface',
    {
      fr: `Le jeu n’a pas de ressource CSV, JSON ou XML sur ${shown(portal)}.`,
      en: `The dataset has no CSV, JSON or XML resource on ${shown(portal)}.`,
    },
    formats.length === 0
      ? { fr: 'Il n’a aucun fichier de données.', en: 'It has no file of data.' }
      : {
          fr: `Ses fichiers : ${formats.slice(0, 10).map(shown).join(', ')}. Demandez un CSV au producteur.`,
          en: `Its files: ${formats.slice(0, 10).map(shown).join(', ')}. Ask the producer for a CSV.`,
        },
  );

const ITSELF: Bilingual = {
  fr: 'Donnez l’adresse du fichier lui-même (CSV, JSON, GeoJSON ou XML), telle que la porte le lien de téléchargement du portail. Un classeur (xlsx, ods) ne se lit pas : il en faut la version CSV.',
  en: 'Give the address of the file itself (CSV, JSON, GeoJSON or XML), as the download link of the portal has it. A workbook (xlsx, ods) is not read: its CSV is needed.',
};
const AGAIN: Bilingual = {
  fr: 'Réessayez plus tard ; si cela dure, écrivez au portail.',
  en: 'Try again later; if it lasts, write to the portal.',
};

const headerFlag = (variable: string): string => `--header 'Authorization: ${secretReference(variable)}'`;

/** What to do where a first fetch fails: there is no declaration to correct and no source of before yet. */
export const FIRST_REMEDIES: Readonly<Partial<Record<HarvestFailure['code'], Bilingual>>> = {
  'media-type': ITSELF,
  protocol: { fr: 'Donnez une autre adresse.', en: 'Give another address.' },
  redirects: ITSELF,
  status: {
    fr: `Ouvrez-la dans un navigateur pour la vérifier. S’il lui faut un accès, mettez le secret dans CIMAISE_SECRET_PORTAIL et donnez ${headerFlag('CIMAISE_SECRET_PORTAIL')}.`,
    en: `Open it in a browser to check it. If it needs access, put the secret into CIMAISE_SECRET_PORTAL and give ${headerFlag('CIMAISE_SECRET_PORTAL')}.`,
  },
  'cut-short': AGAIN,
  'error-inside': AGAIN,
  empty: AGAIN,
};
