import type { ContributionKind } from '../../model/index.ts';
import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

/** Of each form: its title, what it is for, its button. */
export const FORMS = {
  report: {
    title: bilingual('Signaler une erreur', 'Report an error'),
    lead: bilingual(
      'Dites ce qui ne va pas et, si vous le savez, ce qu’il faudrait écrire. Une personne lit chaque signalement.',
      'Say what is wrong and, if you know it, what should stand there. A person reads every report.',
    ),
    send: bilingual('Envoyer le signalement', 'Send the report'),
  },
  reuse: {
    title: bilingual('Proposer une réutilisation', 'Submit a reuse'),
    lead: bilingual(
      'Un site, une carte, un article, une application qui se sert de ces données ? Dites-le : il sera présenté à côté d’elles.',
      'A site, a map, an article, an application that uses these data? Tell us: it will be shown beside them.',
    ),
    send: bilingual('Proposer', 'Submit'),
  },
  message: {
    title: bilingual('Écrire à l’éditeur', 'Write to the publisher'),
    lead: bilingual(
      'Une question, une remarque, une demande : votre message n’est lu que par l’éditeur et n’est jamais publié.',
      'A question, a remark, a request: only the publisher reads your message, and it is never published.',
    ),
    send: bilingual('Envoyer le message', 'Send the message'),
  },
} satisfies Readonly<Record<ContributionKind, TextTable>>;

export const FORM = {
  about: bilingual('À propos de', 'About'),
  inRelease: bilingual('Tel que publié dans la version {id}', 'As published in release {id}'),
  gone: bilingual(
    'Cet énoncé n’est plus dans la version {id} : il a peut-être été corrigé. Votre signalement portera sur la chose entière.',
    'This statement is not in release {id} any more: it may have been corrected. Your report will be about the whole thing.',
  ),
  whole: bilingual('La chose entière', 'The whole thing'),
  longValue: bilingual(
    'une valeur trop longue pour être reprise ici, nommée par son empreinte',
    'a value too long to be repeated here, named by its hash',
  ),
  allValues: bilingual('toutes ses valeurs', 'all its values'),
  wholeDataset: bilingual('Le jeu de données entier', 'The whole dataset'),
  optional: bilingual('facultatif', 'optional'),
  most: bilingual('{count} caractères au plus', 'at most {count} characters'),
  trap: bilingual('Laissez ce champ vide', 'Leave this field empty'),
  faults: bilingual('Il reste quelque chose à corriger', 'Something is still to be put right'),
  nothingLost: bilingual(
    'Rien n’est perdu : ce que vous avez écrit est ci-dessous.',
    'Nothing is lost: what you wrote is below.',
  ),
  closed: bilingual(
    'Ce site ne reçoit pas de messages par formulaire.',
    'This site takes no messages by form.',
  ),
  privacy: bilingual('Ce que nous gardons', 'What we keep'),
  privacyWhat: bilingual(
    'Ce que vous écrivez ici, la date et l’objet, rien d’autre : ni cookie, ni mesure d’audience, ni adresse de votre machine.',
    'What you write here, the date and the subject, nothing else: no cookie, no tracker, no address of your machine.',
  ),
  privacyEmail: bilingual(
    'Votre adresse électronique ne sert qu’à vous répondre. Elle n’est jamais publiée.',
    'Your e-mail address serves only to answer you. It is never published.',
  ),
  privacyPublished: bilingual(
    'Votre texte et le nom que vous donnez sont publiés si l’éditeur les accepte, tant que les données le sont.',
    'Your text and the name you give are published if the publisher accepts them, as long as the data are.',
  ),
  privacyMessage: bilingual(
    'Votre message et votre nom ne sont pas publiés. L’éditeur les garde le temps de vous répondre.',
    'Your message and your name are not published. The publisher keeps them until you are answered.',
  ),
  privacyRight: bilingual(
    'Pour les faire corriger ou retirer, écrivez à l’éditeur en donnant le numéro reçu.',
    'To have them corrected or removed, write to the publisher and give the number you received.',
  ),
  next: bilingual('Ce qui se passe ensuite', 'What happens next'),
  nextNumber: bilingual('Vous recevez un numéro.', 'You receive a number.'),
  nextRead: bilingual('Une personne lit et décide.', 'A person reads and decides.'),
  nextPublished: bilingual(
    'Ce qui est accepté paraît sur la page, avec son état.',
    'What is accepted appears on the page, with its status.',
  ),
  nextResolved: bilingual(
    'Un signalement se ferme de lui-même quand une version change la valeur.',
    'A report closes by itself when a release changes the value.',
  ),
  nextAnswer: bilingual(
    'L’éditeur vous répond, si vous laissez une adresse.',
    'The publisher answers you, if you leave an address.',
  ),
} satisfies TextTable;

export const THANKS = {
  title: bilingual('Merci', 'Thank you'),
  kept: bilingual('C’est reçu et gardé.', 'It was received and is kept.'),
  again: bilingual(
    'Nous l’avions déjà reçu : il n’est gardé qu’une fois, sous le même numéro.',
    'We had received it before: it is kept once, under the same number.',
  ),
  number: bilingual('Votre numéro', 'Your number'),
  keepIt: bilingual('Notez-le si vous voulez en reparler.', 'Note it if you want to speak of it again.'),
  where: bilingual(
    'Si l’éditeur accepte une contribution, elle paraît à cette adresse :',
    'If the publisher accepts a contribution, it appears at this address:',
  ),
  all: bilingual('Les contributions publiées', 'Published contributions'),
} satisfies TextTable;

export const CONTRIBUTIONS = {
  title: bilingual('Contributions', 'Contributions'),
  lead: bilingual(
    'Ce que les lecteurs ont signalé ou construit avec ces données, lu par l’éditeur avant d’être publié.',
    'What readers reported or built with these data, read by the publisher before it is published.',
  ),
  aboutOne: bilingual('Contributions à propos de {thing}', 'Contributions about {thing}'),
  none: bilingual('Aucune contribution n’est encore publiée.', 'No contribution is published yet.'),
  unreadable: bilingual(
    'Les contributions ne peuvent pas être lues pour le moment. Les données, elles, sont là.',
    'Contributions cannot be read for now. The data are there.',
  ),
  take: bilingual('Prendre part', 'Take part'),
  how: bilingual(
    'Chaque page a un lien pour signaler une erreur ; chaque jeu de données, un lien pour proposer une réutilisation.',
    'Every page has a link to report an error; every dataset, a link to submit a reuse.',
  ),
  newer: bilingual('plus récentes', 'newer'),
  older: bilingual('plus anciennes', 'older'),
  report: bilingual('Signalement', 'Report'),
  reuse: bilingual('Réutilisation', 'Reuse'),
  message: bilingual('Message', 'Message'),
  accepted: bilingual('pris en compte', 'taken into account'),
  acceptedReuse: bilingual('publiée', 'published'),
  resolved: bilingual('valeur changée', 'value changed'),
  resolvedBy: bilingual('La valeur a changé dans la version ', 'The value changed in release '),
  statement: bilingual('Énoncé signalé', 'Statement reported'),
  property: bilingual('Propriété', 'Property'),
  published: bilingual('publié dans la version {id}', 'published in release {id}'),
  proposal: bilingual('Proposition', 'Proposal'),
  address: bilingual('Adresse', 'Address'),
  source: bilingual('Source', 'Source'),
  by: bilingual('Par', 'By'),
  sent: bilingual('Reçu le', 'Sent on'),
  status: bilingual('État', 'Status'),
  answer: bilingual('Réponse de l’éditeur', 'The publisher’s answer'),
  subject: bilingual('À propos de', 'About'),
  reports: bilingual('Signalements', 'Reports'),
  section: bilingual('Signalements et réutilisations', 'Reports and reuses'),
  seeAll: bilingual('Tout voir', 'See all'),
  feed: bilingual('Flux Atom', 'Atom feed'),
} satisfies TextTable;
