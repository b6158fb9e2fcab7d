import { type Family, said, value } from '../known-column.ts';
import { MINISTRY } from './publishers.ts';

/** Muséofile: the exports of 2020, 2024 and 2026, and the source base. */
export const MUSEUMS: Family = {
  title: { fr: 'Musées', en: 'Museums' },
  thing: { fr: 'musée', en: 'museum' },
  classes: ['schema:Museum', 'crm:E74_Group'],
  marks: [
    ['nomoff', 'nom officiel', 'nom_officiel', 'nom officiel du musée'],
    ['dompal', 'domaine thématique', 'domaine_thematique'],
    ['phare', 'personnage phare', 'personnage_phare'],
    ['atout', 'atouts'],
    ['refmer', 'référence mérimée'],
    ['identifiant_museofile', 'identifiant museofile'],
    ['prot_esp', 'prot-esp', 'protection espace'],
    ['an_creat'],
    ['nom du musée', 'nom_du_musee'],
  ],
  needed: 3,
  columns: [
    value('dcterms:identifier', 'plain', [
      'ref',
      'identifiant',
      'identifiant_museofile',
      'identifiant museofile',
    ]),
    value(
      'schema:name',
      'text',
      ['nomoff', 'nom officiel', 'nom_officiel', 'nom officiel du musée', 'nom du musée'],
      { nameRank: 1, whole: true },
    ),
    value('schema:alternateName', 'text', ['autnom', 'nom usage', 'nom_usage', 'nomusage'], {
      nameRank: 2,
      whole: true,
    }),
    value('schema:category', 'text', ['categ', 'catégorie']),
    value('schema:knowsAbout', 'text', ['dompal', 'domaine thématique', 'domaine_thematique']),
    value('schema:keywords', 'text', ['themes', 'thèmes']),
    value('schema:description', 'html', ['hist', 'histoire'], { whole: true }),
    value('def:atout', 'html', ['atout', 'atouts'], { whole: true, ...said('Atout', 'Strong point') }),
    value('def:interet', 'html', ['interet', 'intérêt'], { whole: true, ...said('Intérêt', 'Interest') }),
    value('def:artistePresente', 'text', ['artiste', 'Artistes'], {
      ...said('Artiste présenté', 'Artist shown'),
    }),
    value('def:personnagePhare', 'text', ['phare', 'personnage phare'], {
      whole: true,
      ...said('Personnage phare', 'Leading figure'),
    }),
    value('schema:foundingDate', 'year-within', ['an_creat', 'année de création']),
    value('def:protectionEspace', 'text', ['prot_esp', 'prot-esp', 'protection espace'], {
      whole: true,
      ...said('Protection de l’espace', 'Protected area'),
    }),
    value('def:protectionBatiment', 'text', ['prot_bat', 'prot-bat', 'protection bâtiment'], {
      whole: true,
      ...said('Protection du bâtiment', 'Protection of the building'),
    }),
    value('rdfs:seeAlso', 'notice', ['refmer', 'référence mérimée'], { linked: 'schema:location' }),
    value('schema:url', 'web', ['url_m', 'url', 'site web']),
    value('dcterms:modified', 'date', ['dmaj', 'date de saisie', 'date de mise à jour']),
  ],
  notice: 'https://www.pop.culture.gouv.fr/notice/museo/',
  register: 'http://www.wikidata.org/entity/P539',
  keywords: {
    fr: ['musées', 'Musée de France', 'collections'],
    en: ['museums', 'Museums of France', 'collections'],
  },
  themes: ['EDUC'],
  publisher: MINISTRY,
};
