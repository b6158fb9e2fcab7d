import type { Bilingual } from '../model/index.ts';
import type { DraftRequest } from './draft.ts';
import type { PropertyFact } from './facts.ts';
import { text as literal, prefixLines } from './turtle-text.ts';
import { comment } from './yaml-text.ts';

/** `ontologies/<slug>.ttl`: own terms that the project does not have; undefined where there are none. */
export function ontologyText(request: DraftRequest, facts: readonly PropertyFact[]): string | undefined {
  const { project, answers, file, language } = request;
  const own = facts.filter(
    ({ property }) => property.startsWith('def:') && !project.terms.has(property.slice(4)),
  );
  const terms = [...new Map(own.map((fact) => [fact.property, fact])).values()];
  if (terms.length === 0) return undefined;
  const body = terms.flatMap((fact) => termLines(fact, file));
  const lines = [
    ...comment(HEAD[language].replace('%s', answers.title[language]).replace('%f', file)),
    ...prefixLines(body.join('\n'), '@prefix'),
    '',
    ...body,
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const HEAD: Bilingual = {
  fr: '%s\u00a0: termes propres, faits des en-têtes de %f. Traduisez les libellés anglais, et préférez un terme standard quand il en existe un.',
  en: '%s: own terms, made of the headers of %f. Translate the English labels, and prefer a standard term where there is one.',
};

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
