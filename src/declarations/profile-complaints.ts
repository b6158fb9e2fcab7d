import { type Bilingual, type Complaint, same } from '../model/index.ts';

/** What may be wrong with a file of `queries/profiles/`. */
export type ProfileFault =
  | { readonly kind: 'name' | 'reserved'; readonly token: string }
  | { readonly kind: 'untitled' | 'no-iri' | 'not-construct' | 'unsteady' | 'not-alone' }
  | { readonly kind: 'not-an-iri' | 'twice'; readonly text: string }
  | { readonly kind: 'context'; readonly reason: string };

/** The complaint about it. */
export function profileFault(file: string, fault: ProfileFault): Complaint {
  const { found, remedy } = WORDS[fault.kind];
  const value = 'token' in fault ? fault.token : 'text' in fault ? fault.text : '';
  const detail = 'reason' in fault ? fault.reason : value;
  return { place: { file, line: 1 }, found: filled(found, detail), remedy };
}

const filled = ({ fr, en }: Bilingual, value: string): Bilingual => ({
  fr: fr.replace('{}', () => value),
  en: en.replace('{}', () => value),
});

const WORDS: Readonly<
  Record<ProfileFault['kind'], { readonly found: Bilingual; readonly remedy: Bilingual }>
> = {
  name: {
    found: { fr: '« {} » ne peut pas nommer un profil.', en: '“{}” cannot name a profile.' },
    remedy: {
      fr: 'Nommez le fichier en minuscules sans accent, les mots joints par des traits d’union, sans dossier.',
      en: 'Name the file in lower case, without accents, words joined by hyphens, in no folder.',
    },
  },
  reserved: {
    found: {
      fr: '« {} » a déjà un sens dans les adresses.',
      en: '“{}” already means something in addresses.',
    },
    remedy: { fr: 'Donnez un autre nom au fichier.', en: 'Give the file another name.' },
  },
  untitled: {
    found: {
      fr: 'Le commentaire d’ouverture n’a pas son titre et sa description dans les deux langues.',
      en: 'The opening comment lacks its title or description in one of the languages.',
    },
    remedy: {
      fr: 'Écrivez « # @title.fr … », « # @title.en … », « # @description.fr … », « # @description.en … ».',
      en: 'Write “# @title.fr …”, “# @title.en …”, “# @description.fr …”, “# @description.en …”.',
    },
  },
  'no-iri': {
    found: { fr: 'Le profil n’a pas d’IRI.', en: 'The profile has no IRI.' },
    remedy: same('# @profile <https://…>'),
  },
  'not-an-iri': {
    found: { fr: '« {} » n’est pas une IRI.', en: '“{}” is not an IRI.' },
    remedy: { fr: 'Écrivez l’IRI entière entre chevrons.', en: 'Write the whole IRI in angle brackets.' },
  },
  twice: {
    found: {
      fr: 'Un autre fichier décrit déjà le profil {}.',
      en: 'Another file already describes the profile {}.',
    },
    remedy: { fr: 'Donnez à chaque profil son IRI.', en: 'Give each profile an IRI of its own.' },
  },
  'not-construct': {
    found: { fr: 'Cette requête n’est pas un CONSTRUCT.', en: 'This query is not a CONSTRUCT.' },
    remedy: same('CONSTRUCT { … } WHERE { ?document foaf:primaryTopic ?thing . … }'),
  },
  unsteady: {
    found: {
      fr: 'Deux réponses de cette requête peuvent différer : elle emploie NOW, RAND, UUID ou BNODE.',
      en: 'Two answers of this query may differ: it uses NOW, RAND, UUID or BNODE.',
    },
    remedy: {
      fr: 'Faites les IRI des nœuds avec des valeurs : IRI(CONCAT(STR(?thing), "#…")).',
      en: 'Make the IRIs of nodes from values: IRI(CONCAT(STR(?thing), "#…")).',
    },
  },
  'not-alone': {
    found: {
      fr: 'Un profil ne lit que ce qui est dit de la chose : ni FROM, ni SERVICE.',
      en: 'A profile reads only what is said of the thing: neither FROM nor SERVICE.',
    },
    remedy: { fr: 'Retirez-les de la requête.', en: 'Take them out of the query.' },
  },
  context: {
    found: {
      fr: 'Le contexte JSON-LD n’a pas pu être lu. {}',
      en: 'The JSON-LD context could not be read. {}',
    },
    remedy: {
      fr: 'Écrivez { "@context": { … } }, sans contexte d’ailleurs : rien n’est téléchargé.',
      en: 'Write { "@context": { … } }, without contexts from elsewhere: nothing is fetched.',
    },
  },
};
