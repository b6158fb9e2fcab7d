import type { Bilingual, ProofGroup, ProofVerdict } from '../../model/index.ts';
import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const PROOF_GROUP_NAMES: Readonly<Record<ProofGroup, Bilingual>> = {
  discovery: bilingual('Découverte', 'Discovery'),
  dumps: bilingual('Fichiers et nombres', 'Dumps and counts'),
  things: bilingual('IRI', 'IRIs'),
  endpoint: bilingual('SPARQL', 'SPARQL'),
  examples: bilingual('Exemples', 'Examples'),
  catalogue: bilingual('Catalogue', 'Catalogue'),
};

export const PROOF_VERDICT_NAMES: Readonly<Record<ProofVerdict, Bilingual>> = {
  passed: bilingual('réussi', 'passed'),
  failed: bilingual('en échec', 'failed'),
  'not-applicable': bilingual('sans objet', 'not applicable'),
  'not-reached': bilingual('sans réponse', 'not reached'),
};

export const PROOF = {
  title: bilingual('Preuve de publication', 'Proof of publication'),
  lead: bilingual(
    'Ce que ce site promet, demandé de l’extérieur comme n’importe qui peut le faire : des IRI tirés au sort en quatre formats, les fichiers et leurs empreintes, les nombres, les exemples, le catalogue.',
    'What this site promises, asked from outside as anyone can: IRIs drawn by lot in four formats, dumps and their digests, counts, examples, the catalogue.',
  ),
  address: bilingual('Demandé à', 'Asked of'),
  release: bilingual('Version', 'Release'),
  date: bilingual('Date', 'Date'),
  duration: bilingual('Durée', 'Duration'),
  seconds: bilingual('{seconds} s', '{seconds} s'),
  sample: bilingual('Échantillon', 'Sample'),
  drawn: bilingual('{sample} IRI au plus, graine {seed}', '{sample} IRIs at most, seed {seed}'),
  underWay: bilingual(
    'Une preuve est en cours : {count} vérifications faites. Rechargez la page dans un moment.',
    'A proof is under way: {count} checks made. Load the page again in a moment.',
  ),
  before: bilingual('Voici la dernière qui soit finie.', 'This is the last one that was finished.'),
  none: bilingual(
    'Aucune preuve n’a été faite depuis que ce serveur répond.',
    'No proof was made since this server answers.',
  ),
  again: bilingual('Refaire la preuve soi-même', 'Make the proof yourself'),
  check: bilingual('Vérification', 'Check'),
  asked: bilingual('Demandé', 'Asked'),
  expected: bilingual('Attendu', 'Expected'),
  found: bilingual('Trouvé', 'Found'),
  verdict: bilingual('Verdict', 'Verdict'),
  json: bilingual('La même en JSON', 'The same as JSON'),
} satisfies TextTable;
