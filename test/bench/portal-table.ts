import { random } from './museum-catalogue.ts';

/** A table as portals publish it, of thirty columns of all kinds, with faults here and there. */
export const PORTAL_COLUMNS: readonly string[] = [
  ...[
    'identifiant',
    'nom',
    'adresse',
    'code_postal',
    'code_insee',
    'commune',
    'departement',
    'region',
    'siteweb',
  ],
  ...[
    'courriel',
    'telephone',
    'latitude',
    'longitude',
    'coordonnees',
    'x_l93',
    'y_l93',
    'date_creation',
    'annee',
  ],
  ...[
    'periode',
    'domaines',
    'statut',
    'ouvert',
    'visiteurs',
    'surface',
    'museofile',
    'merimee',
    'historique',
  ],
  ...['descriptif', 'auteur', 'mise_a_jour'],
];

const STREETS = [
  'rue de la République',
  'place du Château',
  'avenue Jean-Jaurès',
  'quai de l’Île',
  'Le Bourg',
];
const TOWNS: readonly (readonly [string, string, string, string, number, number])[] = [
  ['Besançon', '25056', '25000', 'Doubs', 47.24, 6.02],
  ['Nîmes', '30189', '30000', 'Gard', 43.84, 4.36],
  ['Albi', '81004', '81000', 'Tarn', 43.93, 2.15],
  ['Ajaccio', '2A004', '20000', 'Corse-du-Sud', 41.93, 8.74],
  ['Bourg-en-Bresse', '01053', '01000', 'Ain', 46.2, 5.23],
];
const REGIONS = ['Occitanie', 'Bretagne', 'Corse', 'Bourgogne-Franche-Comté', 'Île-de-France'];
const DOMAINS = ['Beaux-arts', 'Archéologie', 'Histoire', 'Ethnologie', 'Photographie', 'Arts décoratifs'];
const PERIODS = [
  '4e quart 19e siècle',
  '1880',
  'vers 1890',
  'XVIIe siècle',
  '1ère moitié 20e siècle',
  'Moyen Âge',
];
const TEXT =
  'Fondé par la ville à la suite d’un legs, l’établissement conserve des peintures, des dessins et des sculptures ; il a été agrandi, puis rénové.';

/** Rows of about 600 characters. */
export function* portalTable(rows: number, seed = 5): Generator<string> {
  yield `${PORTAL_COLUMNS.join(';')}\n`;
  const next = random(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const maybe = (share: number, value: () => string): string => (next() < share ? value() : '');
  for (let row = 1; row <= rows; row++) {
    const [town, insee, post, department, lat, long] = one(TOWNS);
    const [latitude, longitude] = [lat + next() * 0.1, long + next() * 0.1];
    const domains = DOMAINS.filter(() => next() < 0.3);
    const cells = [
      `ETB_${insee}_${whole(10, 99)}${String(row).padStart(6, '0')}`,
      `${one(['Musée', 'Jardin', 'Maison'])} de ${town}, ${row}`,
      `${whole(1, 200)} ${one(STREETS)}`,
      post,
      insee,
      town,
      department,
      one(REGIONS),
      maybe(0.7, () => `https://www.musee-${whole(1, 50_000)}.fr/accueil`),
      maybe(0.4, () => `contact${row}@exemple.fr`),
      maybe(0.6, () => `04 67 ${whole(10, 99)} ${whole(10, 99)} ${whole(10, 99)}`),
      latitude.toFixed(6),
      longitude.toFixed(6),
      `${latitude.toFixed(6)},${longitude.toFixed(6)}`,
      (600_000 + next() * 200_000).toFixed(2),
      (6_200_000 + next() * 500_000).toFixed(2),
      maybe(
        0.9,
        () =>
          `${String(whole(1, 28)).padStart(2, '0')}/${String(whole(1, 12)).padStart(2, '0')}/${whole(1900, 2020)}`,
      ),
      String(whole(1990, 2024)),
      one(PERIODS),
      `"${domains.join(';')}"`,
      one(['public', 'privé', 'associatif']),
      one(['oui', 'non']),
      String(whole(0, 900_000)),
      (next() * 5000).toFixed(1).replace('.', ','),
      `M${String(whole(1, 6000)).padStart(4, '0')}`,
      maybe(
        0.3,
        () => `PA${String(whole(1, 95)).padStart(2, '0')}${String(whole(1, 999_999)).padStart(6, '0')}`,
      ),
      maybe(0.5, () => `"${TEXT}"`),
      maybe(0.3, () => `"${TEXT} ${row}\n<p>${TEXT}</p>"`),
      maybe(0.8, () => `NOM${whole(1, 5000)} Jeanne`),
      `2024-0${whole(1, 9)}-1${whole(0, 9)}`,
    ];
    yield `${cells.join(';')}\n`;
  }
}
