import type { Bilingual } from '../../model/index.ts';
import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const ABOUT = {
  about: bilingual('La démarche', 'About this site'),
  legal: bilingual('Mentions légales', 'Legal notice'),
  accessibility: bilingual('Accessibilité', 'Accessibility'),
  aboutLead: bilingual(
    'Des fichiers que des institutions tiennent à jour, des adresses durables pour ce qu’ils décrivent, et les mêmes énoncés pour les personnes et pour les programmes.',
    'Files that institutions keep up to date, lasting addresses for what they describe, and the same statements for people and for programs.',
  ),
  legalLead: bilingual(
    'Qui publie, sous quelles licences, et ce que ce site sait de vous : presque rien.',
    'Who publishes, under which licences, and what this site knows of you: next to nothing.',
  ),
  accessibilityLead: bilingual(
    'Ce site vise le niveau AA de WCAG 2.2, donc le RGAA. Voici ce qui a été vérifié, comment, et ce qui ne l’a pas été.',
    'This site aims at level AA of WCAG 2.2. Here is what was checked, how, and what was not.',
  ),
  licences: bilingual('Licences des données', 'Licences of the data'),
  publisher: bilingual('Éditeur du site', 'Publisher of the site'),
  noPublisher: bilingual(
    'Ce site ne déclare pas d’éditeur. Chaque jeu de données nomme le sien.',
    'This site declares no publisher. Each dataset names its own.',
  ),
  moreAbout: bilingual('Aller plus loin', 'Further'),
} satisfies TextTable;

/** A part of a page: its heading and its paragraphs. */
export interface TextPart {
  readonly heading: Bilingual;
  readonly paragraphs: readonly Bilingual[];
}

export const ABOUT_PARTS: readonly TextPart[] = [
  {
    heading: bilingual('D’un fichier à une adresse', 'From a file to an address'),
    paragraphs: [
      bilingual(
        'Chaque jeu de données part d’un fichier source, tel que son producteur le livre. Des règles écrites, publiées avec lui, disent comment chaque cellule devient un énoncé ; des contrôles écartent ce qui ne tient pas et le disent.',
        'Each dataset starts from a source file, as its producer delivers it. Written rules, published with it, say how each cell becomes a statement; checks leave out what does not hold, and say so.',
      ),
      bilingual(
        'Chaque musée, chaque œuvre, chaque concept reçoit une adresse qui ne sert qu’à lui. Elle se lit comme une page, se charge comme des données, et répondra encore quand ce qu’elle désigne aura été remplacé ou retiré.',
        'Each museum, each work, each concept gets an address of its own. It is read as a page, loaded as data, and will still answer once what it names has been replaced or withdrawn.',
      ),
    ],
  },
  {
    heading: bilingual('Des versions, et leur preuve', 'Releases, and their proof'),
    paragraphs: [
      bilingual(
        'Les données paraissent par versions datées, qui ne changent plus. Les fichiers entiers et les différences de l’une à l’autre se téléchargent. À chaque mise en ligne, le site se vérifie lui-même et montre ce qu’il a trouvé.',
        'The data appear in dated releases that do not change. The whole files and the differences between them can be downloaded. With each release the site checks itself and shows what it found.',
      ),
    ],
  },
];

export const LEGAL_PARTS: readonly TextPart[] = [
  {
    heading: bilingual('Vie privée', 'Privacy'),
    paragraphs: [
      bilingual(
        'Ce site ne dépose aucun cookie, ne mesure pas votre audience et n’appelle aucun autre site, sauf des tuiles de carte si l’éditeur en a choisi. Le serveur note les requêtes dans un journal technique, pour sa sécurité.',
        'This site sets no cookie, measures no audience and calls no other site, except for map tiles if the publisher chose some. The server writes requests to a technical log, for its security.',
      ),
      bilingual(
        'Ce que vous envoyez par un formulaire n’est publié qu’après relecture. Votre adresse électronique, si vous la donnez, n’est jamais publiée et ne sert qu’à vous répondre. Demandez-en la suppression par la page de contact.',
        'What you send by a form is published only after review. Your e-mail address, if you give it, is never published and serves only to answer you. Ask for its removal on the contact page.',
      ),
    ],
  },
  {
    heading: bilingual('Crédits', 'Credits'),
    paragraphs: [
      bilingual(
        'Contours des cartes : Natural Earth, domaine public. Caractères : Newsreader et Atkinson Hyperlegible Next, licence SIL Open Font 1.1. Logiciel : Cimaise.',
        'Outlines of the maps: Natural Earth, public domain. Typefaces: Newsreader and Atkinson Hyperlegible Next, SIL Open Font License 1.1. Software: Cimaise.',
      ),
    ],
  },
];

export const ACCESSIBILITY_PARTS: readonly TextPart[] = [
  {
    heading: bilingual('État de conformité', 'State of conformity'),
    paragraphs: [
      bilingual(
        'Aucun audit RGAA n’a été mené par un tiers : au sens du RGAA, ce site est donc « non conforme » tant qu’un audit n’a pas établi de taux. Ce qui suit décrit les vérifications faites, non une conformité certifiée.',
        'No audit has been made by a third party: in the terms of the French RGAA, this site is therefore “not compliant” until an audit gives a rate. What follows describes the checks that were made, not a certified conformity.',
      ),
    ],
  },
  {
    heading: bilingual(
      'Ce qui est vérifié à chaque version du logiciel',
      'What is checked with each version of the software',
    ),
    paragraphs: [
      bilingual(
        'Les règles d’axe-core pour WCAG 2.0, 2.1 et 2.2, niveaux A et AA, sur chaque genre de page, en français et en anglais, en thème clair et en thème sombre, dans Chromium.',
        'The rules of axe-core for WCAG 2.0, 2.1 and 2.2, levels A and AA, on every kind of page, in French and in English, in the light and in the dark theme, in Chromium.',
      ),
      bilingual(
        'La navigation au clavier seul, avec un repère visible sur chaque élément atteint ; l’agrandissement à 200 % et une largeur de 320 pixels sans défilement de côté ; la lecture sans scripts ; les titres, les repères et les langues de chaque page.',
        'Navigation by keyboard alone, with a visible mark on each element that is reached; enlargement to 200% and a width of 320 pixels without sideways scrolling; reading without scripts; the headings, landmarks and languages of each page.',
      ),
    ],
  },
  {
    heading: bilingual('Ce qui ne l’est pas, et ce qui résiste', 'What is not, and what resists'),
    paragraphs: [
      bilingual(
        'Aucun essai n’a été fait avec un lecteur d’écran, ni avec des personnes handicapées, ni dans Firefox et Safari.',
        'No trial was made with a screen reader, nor with disabled people, nor in Firefox and Safari.',
      ),
      bilingual(
        'L’éditeur de questions SPARQL est un composant tiers, difficile au lecteur d’écran : sans scripts, un champ de texte ordinaire le remplace. Les mouvements des cartes demandent des scripts : une liste dit la même chose en mots. Les tableaux larges défilent dans leur cadre, qui s’atteint au clavier. Les textes des données viennent de leurs producteurs ; la langue de certains n’y est pas dite.',
        'The editor of SPARQL queries is a third party’s component, hard to use with a screen reader: without scripts an ordinary text field takes its place. Moving maps takes scripts: a list says the same in words. Wide tables scroll within their frame, which the keyboard reaches. The texts of the data come from their producers; the language of some is not said there.',
      ),
    ],
  },
  {
    heading: bilingual('Signaler une difficulté', 'Report a difficulty'),
    paragraphs: [
      bilingual(
        'Si un contenu vous reste fermé, dites-le par la page de contact : une réponse vous sera donnée sous une autre forme. En France, sans réponse satisfaisante, vous pouvez saisir le Défenseur des droits : https://www.defenseurdesdroits.fr/',
        'If some content stays closed to you, say so on the contact page: you will be answered in another form. In France, without a satisfying answer, you may turn to the Defender of Rights: https://www.defenseurdesdroits.fr/',
      ),
      bilingual('Déclaration établie le 23 novembre 2026.', 'Statement made on 23 November 2026.'),
    ],
  },
];
