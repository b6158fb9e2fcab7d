import { described, type JsonSchema, mapOf } from '../../documents/index.ts';
import { COLOURS, SITE_TEXTS, THEMES } from '../../model/index.ts';
import { SITE_KEYS } from '../site-identity.ts';

const TEXTS = {
  anyOf: [
    { type: 'string' },
    {
      type: 'object',
      properties: { fr: { type: 'string' }, en: { type: 'string' } },
      required: ['fr', 'en'],
      additionalProperties: false,
    },
  ],
} as const;

/** The JSON Schema of `data/site.yml`. */
export const siteSchema = (): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'site.yml',
  ...described(
    'Qui publie le site, et comment il se présente.',
    'Who publishes the site, and how it presents itself.',
  ),
  ...mapOf(SITE_KEYS, KEYS, ['name']),
});

const KEYS: Readonly<Record<string, JsonSchema>> = {
  name: described('Nom du site.', 'Name of the site.', TEXTS),
  base: described(
    'Le début de toutes les adresses publiées, pour toujours ; finit par « / ». Le réglage CIMAISE_BASE_IRI l’emporte.',
    'What all published addresses begin with, for ever; ends in “/”. The setting CIMAISE_BASE_IRI wins.',
    { type: 'string', pattern: '^https?://[^/?#]+/([^?#]*/)?$', examples: ['https://donnees.example.fr/'] },
  ),
  motto: described('Devise, sous le nom.', 'Motto, below the name.', TEXTS),
  heading: described('Titre de l’accueil.', 'Heading of the home page.', TEXTS),
  lead: described('Chapeau de l’accueil.', 'Lead of the home page.', TEXTS),
  publisher: described('Qui publie.', 'Who publishes.', {
    ...mapOf(
      ['name', 'address'],
      {
        name: TEXTS,
        address: described('Sa page.', 'Its page.', { type: 'string', pattern: '^https?://[^/]' }),
      },
      ['name'],
    ),
  }),
  logo: described(
    'PNG, ou SVG inerte, de 100 ko au plus ; chemin depuis data/.',
    'PNG, or inert SVG, of 100 kB at most; path from data/ on.',
    { type: 'string', examples: ['logo.svg'] },
  ),
  colours: described(
    'Couleurs, claires et sombres ; contraste de 4,5 au moins.',
    'Colours, light and dark; contrast of 4.5 at least.',
    mapOf(
      THEMES,
      Object.fromEntries(
        THEMES.map((theme) => [
          theme,
          mapOf(
            COLOURS,
            Object.fromEntries(COLOURS.map((one) => [one, { type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' }])),
          ),
        ]),
      ),
    ),
  ),
  texts: described(
    'Pages : une ligne vide sépare les paragraphes, « ## » ouvre un titre.',
    'Pages: an empty line parts paragraphs, “## ” begins a heading.',
    mapOf(SITE_TEXTS, Object.fromEntries(SITE_TEXTS.map((key) => [key, TEXTS]))),
  ),
  tiles: described('Fond des cartes.', 'Background of maps.', {
    ...mapOf(
      ['template', 'attribution'],
      {
        template: { type: 'string', examples: ['https://…/{z}/{x}/{y}.png'] },
        attribution: described('Qui a fait les tuiles.', 'Who made the tiles.', { type: 'string' }),
      },
      ['template', 'attribution'],
    ),
  }),
};
