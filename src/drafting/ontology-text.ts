import type { Language } from '../model/index.ts';
import type { DraftRequest } from './draft.ts';
import type { PropertyFact } from './facts.ts';
import { capital } from './names.ts';
import { expanded, text as literal, prefixLines } from './turtle-text.ts';
import { comment } from './yaml-text.ts';

/** `ontologies/<slug>.ttl`: own terms that the project does not have; undefined where there are none. */
export function ontologyText(request: DraftRequest, facts: readonly PropertyFact[]): string | undefined {
  const { project, answers, file, language } = request;
  const own = facts.filter(
    ({ property }) => property.startsWith('def:') && !project.terms.has(property.slice(4)),
  );
  const terms = [...new Map(own.map((fact) => [fact.property, fact])).values()];
  const body = [...classLines(request), ...terms.flatMap((fact) => termLines(fact, file))];
  if (body.length === 0) return undefined;
  const lines = [
    ...comment(HEAD[language](answers.title[language], file)),
    ...prefixLines(body.join('\n'), '@prefix'),
    '',
    ...body,
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const HEAD: Readonly<Record<Language, (title: string, file: string) => string>> = {
  fr: (title, file) =>
    `${title}\u00a0: termes propres, faits des en-têtes de ${file}. Traduisez les libellés anglais, et préférez un terme standard quand il en existe un.`,
  en: (title, file) =>
    `${title}: own terms, made of the headers of ${file}. Translate the English labels, and prefer a standard term where there is one.`,
};

/** What pages call a thing of a known kind, where its class has no name here yet. */
function classLines({ answers, family, project }: DraftRequest): readonly string[] {
  const [first] = answers.classes;
  if (family === undefined || first === undefined || first !== family.classes[0]) return [];
  if (project.labelled?.has(expanded(first)) !== false) return [];
  const { fr, en } = family.thing;
  return [`${first} rdfs:label ${literal(capital(fr), 'fr')}, ${literal(capital(en), 'en')} .`, ''];
}

function termLines({ property, label, from, value }: PropertyFact, file: string): readonly string[] {
  const columns = from.map((one) => one.replace(/\s+/g, ' ')).join(', ');
  const range = value.startsWith('xsd:') ? value : value === 'iri' ? 'rdfs:Resource' : 'rdfs:Literal';
  return [
    `<def/${property.slice(4)}> a rdf:Property ;`,
    `  rdfs:label ${literal(label.fr, 'fr')}, ${literal(label.en, 'en')} ;`,
    `  rdfs:comment ${literal(`Colonne «\u00a0${columns}\u00a0» de ${file}.`, 'fr')},`,
    `    ${literal(`Column “${columns}” of ${file}.`, 'en')} ;`,
    `  rdfs:range ${range} ;`,
    '  rdfs:isDefinedBy <def/> .',
    '',
  ];
}
