import { described, type JsonSchema, mapOf, oneOrMany } from '../../documents/index.ts';
import { HARVEST_KEYS, ORIGIN_KEYS } from '../harvest-declaration.ts';

const TEXT = { type: 'string' } as const;
const ADDRESS = { type: 'string', pattern: '^https?://' } as const;

/** The JSON Schema of `harvest:`, below `source:`. */
export const harvestSchema = (): JsonSchema => ({
  ...mapOf(HARVEST_KEYS, KEYS),
  oneOf: ORIGIN_KEYS.map((key) => ({ required: [key] })),
});

const KEYS: Readonly<Record<string, JsonSchema>> = {
  url: described('Adresse du fichier.', 'Address of the file.', {
    ...ADDRESS,
    examples: ['https://www.example.org/musees.csv'],
  }),
  udata: described('Portail udata.', 'udata portal.', { ...ADDRESS, examples: ['https://www.data.gouv.fr'] }),
  tabular: described('API tabulaire d’udata.', 'Tabular API of udata.', {
    ...ADDRESS,
    examples: ['https://tabular-api.data.gouv.fr'],
  }),
  opendatasoft: described('Portail Opendatasoft (Explore 2.1).', 'Opendatasoft portal (Explore 2.1).', {
    ...ADDRESS,
    examples: ['https://data.example.org'],
  }),
  oai: described('Entrepôt OAI-PMH.', 'OAI-PMH repository.', {
    ...ADDRESS,
    examples: ['https://www.example.org/oai'],
  }),
  dataset: described('Jeu : identifiant ou slug.', 'Dataset: identifier or slug.', TEXT),
  resource: described('Ressource : identifiant ou titre.', 'Resource: identifier or title.', TEXT),
  where: described('Condition (ODSQL).', 'Condition (ODSQL).', TEXT),
  select: described('Champs (ODSQL).', 'Fields (ODSQL).', TEXT),
  key: described(
    'Champ sans doublon, pour demander les enregistrements dans l’ordre si l’export est refusé.',
    'Field without equal values, to ask records in order where the export is refused.',
    TEXT,
  ),
  metadataPrefix: described('Format des notices.', 'Format of the records.', {
    ...TEXT,
    examples: ['oai_dc', 'lido', 'oai_ead'],
  }),
  set: described('Ensemble (OAI-PMH).', 'Set (OAI-PMH).', TEXT),
  fall: described(
    'Part, de 0 à 1, dont le nombre d’enregistrements peut baisser (0.1).',
    'Share, 0 to 1, by which the number of records may fall (0.1).',
    { type: 'number', minimum: 0, maximum: 1 },
  ),
  type: described(
    'Types de média attendus, s’ils sont inhabituels.',
    'Media types that are expected, where they are unusual.',
    oneOrMany({ type: 'string', pattern: '^[^/]+/[^/]+$' }),
  ),
  headers: described(
    'En-têtes à envoyer ; les secrets seulement par l’environnement (CIMAISE_SECRET_…).',
    'Headers to send; secrets only from the environment (CIMAISE_SECRET_…).',
    { type: 'object', additionalProperties: TEXT },
  ),
};
