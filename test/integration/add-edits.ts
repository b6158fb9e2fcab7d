/** A line that a person changes in a draft. `%` is the dataset. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

const DATASET = 'data/%/dataset.yml';
const MAPPING = 'data/%/mapping.yml';
const TERMS = 'ontologies/%.ttl';

const inDataset = (find: string, put: string): Edit => ({ file: DATASET, find, put });
const label = (french: string, english: string, put: string): Edit => ({
  file: TERMS,
  find: `"${french}"@fr, "${english}"@en`,
  put: `"${french}"@fr, "${put}"@en`,
});

const READ: readonly Edit[] = [
  inDataset('# À COMPLÉTER\u00a0: relisez le titre, dans les deux langues.\n', ''),
  inDataset('# À COMPLÉTER\u00a0: vérifiez la licence auprès du producteur.\n', ''),
  inDataset(
    '# À COMPLÉTER\u00a0: dites en deux ou trois phrases ce que le jeu contient, d’où il vient et à qui il sert.\n',
    'origins: [https://data.culture.gouv.fr]\n',
  ),
];

/** What is written first, by the dataset’s name. */
export const TITLES: ReadonlyMap<string, string> = new Map([
  ['jardins-remarquables', 'Jardins remarquables'],
  ['festivals', 'Festivals'],
  ['frequentation-musees', 'Fréquentation\u00a0: Musées'],
  ['insee-cog-commune', 'Communes'],
  ['merimee-toulouse', 'Édifices\u00a0: Toulouse'],
]);

/** What somebody who knows the file changes in its draft before publishing it, line by line. */
export const EDITS: readonly { readonly slug: string; readonly lines: readonly Edit[] }[] = [
  {
    slug: 'jardins-remarquables',
    lines: [
      ...READ,
      inDataset(
        "  fr: 'Jardins remarquables\u00a0: ",
        "  fr: 'Les jardins qui portent le label du ministère de la Culture\u00a0: ",
      ),
      inDataset(
        "  en: 'Remarkable gardens: ",
        "  en: 'Gardens that hold the label of the Ministry of Culture: ",
      ),
      {
        file: MAPPING,
        find: '[def:protectionEspace, $(tag_protection_site), fr~lang]',
        put: '[schema:award, $(tag_protection_site), fr~lang]',
      },
    ],
  },
  {
    slug: 'festivals',
    lines: [...READ, label('Envergure', 'Reach', 'Geographical reach')],
  },
  {
    slug: 'frequentation-musees',
    lines: [
      ...READ,
      inDataset(
        "title: { fr: 'Fréquentation\u00a0: Musées', en: 'Attendance: Museums' }",
        "title: { fr: 'Fréquentation des musées de France', en: 'Attendance of Museums of France' }",
      ),
    ],
  },
  { slug: 'insee-cog-commune', lines: READ },
  {
    slug: 'merimee-toulouse',
    lines: [
      ...READ,
      inDataset(
        "title: { fr: 'Édifices\u00a0: Toulouse', en: 'Buildings: Toulouse' }",
        "title: { fr: 'Édifices de Toulouse', en: 'Buildings of Toulouse' }",
      ),
    ],
  },
];
