import type { OfferedNames } from '../../declarations/index.ts';
import { SCHEMA_KINDS, schemaText } from '../declaration-schemas.ts';
import { dataReadme, ONTOLOGIES, QUERIES, shapesReadme } from './readmes.ts';

/** What a person says of a new project. */
export interface NewProject {
  readonly title: string;
  readonly publisher: string;
  /** Ends in `/`. */
  readonly base: string;
}

/** A file of a new project. */
export interface ProjectFile {
  /** From the project's folder on. */
  readonly path: string;
  readonly text: string;
  /** Whether it is the platform's and not a person's: it is brought up to date. */
  readonly isGenerated?: boolean;
}

/** Every file that a new project begins with. */
export const projectFiles = (project: NewProject, offered: OfferedNames): readonly ProjectFile[] => [
  { path: 'data/site.yml', text: siteYaml(project) },
  { path: 'data/README.md', text: dataReadme(offered) },
  { path: 'shapes/README.md', text: shapesReadme(offered) },
  { path: 'ontologies/README.md', text: ONTOLOGIES },
  { path: 'queries/README.md', text: QUERIES },
  { path: '.gitignore', text: '/releases/\n/node_modules/\n' },
  ...SCHEMA_KINDS.map((kind) => ({
    path: `.cimaise/${kind}.schema.json`,
    text: schemaText(kind, offered),
    isGenerated: true,
  })),
];

/** A text in YAML: what JSON writes, YAML reads. */
const quoted = (text: string): string => JSON.stringify(text);

const siteYaml = ({ title, publisher, base }: NewProject): string => `\
# yaml-language-server: $schema=../.cimaise/site.schema.json
# Qui publie ce site, et comment il se présente (data/README.md dit tout).
# Who publishes this site, and how it presents itself (data/README.md tells all).

# Le nom du site ; un texte pour les deux langues, ou un pour chacune.
# The name of the site; one text for both languages, or one for each.
name: { fr: ${quoted(title)}, en: ${quoted(title)} }

# Le début de toutes les adresses publiées, pour toujours : décidez-le avant d’imprimer une étiquette.
# What all published addresses begin with, for ever: decide on it before you print a label.
base: ${quoted(base)}

publisher:
  name: ${quoted(publisher)}
#   address: https://www.example.org/

# motto: { fr: 'données de la culture', en: 'cultural data' }
# heading: { fr: '…', en: '…' }
# lead: { fr: '…', en: '…' }
# logo: logo.svg

# Les pages que la loi demande, et d’autres ; une ligne vide sépare les paragraphes.
# The pages that the law asks for, and others; an empty line parts paragraphs.
# texts:
#   legal:
#     fr: |
#       Éditeur, directeur de la publication, hébergeur.
#     en: |
#       Publisher, editor, host.
`;
