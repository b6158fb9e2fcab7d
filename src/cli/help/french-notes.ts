import { SETTINGS_HELP } from './settings-help.ts';
import { FRENCH_SETTINGS_HELP } from './settings-help-french.ts';

/** What the help of a command ends with: the English text, and the French one. */
export const FRENCH_NOTES: ReadonlyMap<string, string> = new Map([
  [`Exit codes: 0 done, 2 usage or fault.`, `Codes de sortie : 0 fait, 2 mauvais usage ou panne.`],
  [
    `Exit codes: 0 whole, 1 damaged, 2 usage or fault.`,
    `Codes de sortie : 0 intacte, 1 abîmée, 2 mauvais usage ou panne.`,
  ],
  [
    `Exit codes, as diff has them: 0 nothing differs, 1 something does, 2 usage or fault.`,
    `Codes de sortie, comme ceux de diff : 0 rien ne diffère, 1 quelque chose diffère, 2 mauvais usage ou panne.`,
  ],
  [
    `Exit codes: 0 done, 1 refused (published addresses would die), 2 usage or fault: a damaged release too.`,
    `Codes de sortie : 0 fait, 1 refusé (des adresses publiées mourraient), 2 mauvais usage ou panne, version abîmée
comprise.`,
  ],
  [
    `Writes data/<name>/, shapes/<name>.ttl, ontologies/<name>.ttl and a first query, all or none of them. Every guess
stands in a comment beside the line that it made, with its evidence and its confidence.

An address may be that of a file, of a dataset’s page on data.gouv.fr or on an Opendatasoft portal, of the tabular
API, or a question to an OAI-PMH repository. cimaise harvest <name> asks it again.

Exit codes: 0 added, 1 refused for the data’s sake, 2 the address could not be reached, or usage.`,
    `Écrit data/<nom>/, shapes/<nom>.ttl, ontologies/<nom>.ttl et une première requête, tous ou aucun. Chaque hypothèse
est en commentaire à côté de la ligne qu’elle a donnée, avec ses indices et sa confiance.

Une adresse peut être celle d’un fichier, de la page d’un jeu sur data.gouv.fr ou sur un portail Opendatasoft, de
l’API tabulaire, ou une question à un entrepôt OAI-PMH. cimaise harvest <nom> la redemande.

Codes de sortie : 0 ajouté, 1 refusé à cause des données, 2 adresse injoignable, ou mauvais usage.`,
  ],
  [
    `What a server does not promise is not applicable, and no fault.

Exit codes: 0 everything promised was shown, 1 something failed, 2 something could not be asked or nothing was
promised.`,
    `Ce qu’un serveur ne promet pas est sans objet, et n’est pas une faute.

Codes de sortie : 0 tout ce qui est promis est prouvé, 1 quelque chose échoue, 2 quelque chose n’a pas pu être
demandé, ou rien n’est promis.`,
  ],
  [
    `Refused without --accept-breaks: datasets, files, classes or properties that are gone, and declared queries that
fail, find nothing or have other columns. Addresses that vanish are always refused until withdrawn.csv tells of them.

A source that cannot be fetched stays as it was, and the rest is published. The journal is publish.ndjson among the
releases.

Exit codes: 0 published or nothing to publish, 1 something was refused, 2 something could not be reached, or fault.`,
    `Sont refusés sans --accept-breaks : des jeux, fichiers, classes ou propriétés qui disparaissent, et des requêtes
déclarées qui échouent, ne trouvent plus rien ou changent de colonnes. Des adresses qui disparaissent sont toujours
refusées, tant que withdrawn.csv n’en dit rien.

Une source qu’on ne peut aller chercher reste telle qu’elle était, et le reste est publié. Le journal est
publish.ndjson, parmi les versions.

Codes de sortie : 0 publié, ou rien à publier, 1 quelque chose est refusé, 2 quelque chose n’a pas pu être joint, ou
panne.`,
  ],
  [
    `cimaise init writes them into .cimaise/; an editor finds one by the first line of a document, in data/<dataset>/:
  # yaml-language-server: $schema=../../.cimaise/dataset.schema.json`,
    `cimaise init les écrit dans .cimaise/ ; un éditeur les trouve par la première ligne d’un document, dans data/<jeu>/ :
  # yaml-language-server: $schema=../../.cimaise/dataset.schema.json`,
  ],
  [
    `Exit codes: 0 the data conform (or have nothing as grave as --fail-on), 1 they do not, 2 nothing was judged:
usage, unreadable files, shapes that would not be applied as they are written.`,
    `Codes de sortie : 0 les données sont conformes (ou n’ont rien d’aussi grave que --fail-on), 1 elles ne le sont pas,
2 rien n’a été jugé : mauvais usage, fichiers illisibles, formes qui ne seraient pas appliquées telles quelles.`,
  ],
  [
    `In a project, the resource is mapped anew from its dataset's source: what the release left out is explained too.
Other resources are read from the current release.

Exit codes: 0 the resource conforms, 1 it does not, 2 it is nowhere, or nothing could be judged.`,
    `Dans un projet, la ressource est reprise de la source de son jeu : ce que la version a écarté s’explique aussi.
Les autres ressources sont lues dans la version courante.

Codes de sortie : 0 la ressource est conforme, 1 elle ne l’est pas, 2 elle n’est nulle part, ou rien n’a pu être jugé.`,
  ],
  [
    `A source that is refused stays as it was; what came is kept beside it (.refused).

Exit codes: 0 all are up to date, 1 something was refused, 2 something could not be reached, or usage.`,
    `Une source refusée reste telle qu’elle était ; ce qui est arrivé est gardé à côté (.refused).

Codes de sortie : 0 tout est à jour, 1 quelque chose est refusé, 2 quelque chose n’a pas pu être joint, ou mauvais
usage.`,
  ],
  [
    `Answers this machine only. Nothing is written into the project or its releases. Ctrl+C ends it.`,
    `Ne répond qu’à cette machine. Rien n’est écrit dans le projet ni dans ses versions. Ctrl+C y met fin.`,
  ],
  [
    `Exit codes: 0 done (faults that the policy skips are told on standard error), 1 errors in the data or
the mapping (nothing is left at --output), 2 usage, 130 interrupted (likewise).`,
    `Codes de sortie : 0 fait (les fautes que --policy laisse passer sont dites sur la sortie d’erreur), 1 erreurs dans
les données ou la transformation (rien ne reste dans --output), 2 mauvais usage, 130 interrompu (de même).`,
  ],
  [SETTINGS_HELP.trim(), FRENCH_SETTINGS_HELP.trim()],
]);
