import type { OfferedNames } from '../../declarations/index.ts';

/** READMEs of a new project's folders: what a person needs who adds to them, in French and English. */

const names = (all: readonly string[]): string => all.map((one) => `\`${one}\``).join(', ');

export const dataReadme = ({ vocabularies }: OfferedNames): string => `\
# data : un dossier par jeu de données

\`cimaise add FICHIER\` écrit \`data/<jeu>/\` ; \`cimaise check\` dit ce qui manque, avec le fichier et la ligne. Le nom du
dossier fait partie de chaque adresse : minuscules sans accent, chiffres, traits d’union.

- \`dataset.yml\` décrit le jeu : \`title\`, \`description\`, \`keywords\` (fr, en) ; \`publisher\` (id, name) ; \`licence\` (id,
  label) ; \`source\` (path, delimiter, encoding…) ; \`shapes\` (fichiers de \`shapes/\`, d’ici ou de Cimaise) ; \`vocabularies\`
  (jeux où \`cim:lookup\` cherche : ${names(vocabularies)} viennent avec Cimaise).
- \`mapping.yml\` (YARRRML) dit comment une ligne devient des énoncés ; \`cimaise functions\` montre les fonctions.
- \`source/\` tient le fichier. \`withdrawn.csv\` dit ce que deviennent les adresses qui s’en vont : \`cimaise build\` en
  propose les lignes, car une adresse publiée répond toujours.
- \`site.yml\` : qui publie ; \`base\`, le début de toutes les adresses (le réglage CIMAISE_BASE_IRI l’emporte).

Dans un éditeur qui lit les schémas JSON (par exemple VS Code avec l’extension YAML), la première ligne de ces fichiers
donne l’aide et la complétion ; \`cimaise schema dataset\` affiche le schéma. Un dossier qui porte le nom d’un jeu de Cimaise
le remplace.

# data: one folder a dataset

\`cimaise add FILE\` writes \`data/<dataset>/\`; \`cimaise check\` says what is missing, with file and line. The folder’s name is
part of every address: lower case without accents, digits, hyphens.

- \`dataset.yml\` describes the dataset: \`title\`, \`description\`, \`keywords\` (fr, en); \`publisher\` (id, name); \`licence\` (id,
  label); \`source\` (path, delimiter, encoding…); \`shapes\` (files of \`shapes/\`, from here or from Cimaise); \`vocabularies\`
  (datasets where \`cim:lookup\` looks: ${names(vocabularies)} come with Cimaise).
- \`mapping.yml\` (YARRRML) says how a row becomes statements; \`cimaise functions\` shows the functions.
- \`source/\` holds the file. \`withdrawn.csv\` says what becomes of addresses that go: \`cimaise build\` proposes the rows, for a
  published address always answers.
- \`site.yml\`: who publishes; \`base\`, what all addresses begin with (the setting CIMAISE_BASE_IRI wins).

In an editor that reads JSON Schemas (VS Code with the YAML extension, say) the first line of these files gives help and
completion; \`cimaise schema dataset\` prints the schema. A folder called as a dataset of Cimaise takes its place.
`;

export const shapesReadme = ({ shapes }: OfferedNames): string => `\
# shapes : ce qu’une chose doit être pour être publiée

Du SHACL en Turtle, un fichier par profil ; \`dataset.yml\` nomme ceux qui jugent un jeu (\`shapes: [commun.ttl, …]\`). Ceux
de Cimaise se nomment sans être copiés, avec ceux qu’ils demandent ; un fichier du même nom ici les remplace :
${names(shapes)}.

- Chaque forme a une IRI (\`<shapes/…>\`), un \`sh:name\` et un \`sh:message\` en français et en anglais, une gravité.
- \`sh:Violation\` retient la chose (au-delà de 5 %, la version est refusée), \`sh:Warning\` la publie avec une note, \`sh:Info\` compte.
- La cible est une classe que le mapping fait (\`sh:targetClass\`). \`cimaise explain <adresse>\` montre ce qui est jugé.

# shapes: what a thing must be to be published

SHACL in Turtle, one file a profile; \`dataset.yml\` names those that judge a dataset (\`shapes: [commun.ttl, …]\`). Those of
Cimaise (listed above) are named without being copied, with those that they ask; a file of the same name here takes their
place.

- Every shape has an IRI (\`<shapes/…>\`), an \`sh:name\` and an \`sh:message\` in French and English, a severity.
- \`sh:Violation\` leaves the thing out (past 5 % the release is refused), \`sh:Warning\` publishes it with a note, \`sh:Info\` counts.
- The target is a class that the mapping makes (\`sh:targetClass\`). \`cimaise explain <address>\` shows what is judged.
`;

export const ONTOLOGIES = `\
# ontologies : les termes propres au projet

Du Turtle. Un terme propre est une IRI relative, \`<def/monTerme>\` : \`a rdf:Property\` ou \`a rdfs:Class\`, \`rdfs:label\` et
\`rdfs:comment\` en français et en anglais, \`rdfs:isDefinedBy <def/>\`. Cherchez d’abord un terme standard (schema.org, Dublin
Core, SKOS, CIDOC CRM). Les termes de Cimaise qu’un mapping emploie sont publiés avec lui, eux seuls ; ce qui est dit ici
d’un terme remplace ce que Cimaise en dit.

# ontologies: terms of the project’s own

Turtle. A term of one’s own is a relative IRI, \`<def/myTerm>\`: \`a rdf:Property\` or \`a rdfs:Class\`, \`rdfs:label\` and
\`rdfs:comment\` in French and English, \`rdfs:isDefinedBy <def/>\`. Look for a standard term first (schema.org, Dublin Core,
SKOS, CIDOC CRM). Terms of Cimaise that a mapping uses are published with it, and no others; what is said of a term here
takes the place of what Cimaise says.
`;

export const QUERIES = `\
# queries : du SPARQL dont on peut partir

\`examples/<jeu>/<nom>.rq\` se montre sur la page du jeu, \`charts/<jeu>/<nom>.rq\` se dessine, \`api/<nom>.rq\` est une adresse.
Chaque fichier s’ouvre par \`# @title.fr\`, \`# @title.en\`, \`# @question.fr\`, \`# @question.en\` ; les préfixes sont écrits,
\`<dataset/<jeu>>\` et \`<id/<jeu>/…>\` se lisent depuis la base. \`services.yml\` nomme les points d’accès qu’une requête peut
interroger par SERVICE. \`cimaise check\` lit tout. Les profils (schema.org, Linked Art) viennent avec Cimaise.

# queries: SPARQL that people can start from

\`examples/<dataset>/<name>.rq\` is shown on the dataset’s page, \`charts/<dataset>/<name>.rq\` is drawn, \`api/<name>.rq\` is an
address. Every file opens with \`# @title.fr\`, \`# @title.en\`, \`# @question.fr\`, \`# @question.en\`; prefixes are written out,
\`<dataset/<dataset>>\` and \`<id/<dataset>/…>\` are read from the base. \`services.yml\` names the endpoints that a query may ask by
SERVICE. \`cimaise check\` reads all. Profiles (schema.org, Linked Art) come with Cimaise.
`;
