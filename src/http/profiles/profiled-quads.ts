import { describeDocument } from '../../catalogue/index.ts';
import type { Profile, ResourceDescription, ResourceIndex } from '../../model/index.ts';
import { foaf, iriText, parseLines, quadLine, type RDF, rdf, rdfs, schema, skos } from '../../rdf/index.ts';
import { constructOver } from '../../store/index.ts';
import type { DocumentFacts } from '../document.ts';
import { problem } from '../problem.ts';

/** What a profile is evaluated over. */
export interface Profiled {
  readonly profile: Profile;
  readonly description: ResourceDescription;
  readonly facts: DocumentFacts;
  readonly index: ResourceIndex;
}

/**
 * A thing in the words of a profile: what its CONSTRUCT makes of the thing's statements, of classes and names of the things
 * that it links to, and of `<document> foaf:primaryTopic <thing>`; then what is true of the document. Statements come in
 * order, those of the thing first.
 */
export function profiledQuads({ profile, description, facts, index }: Profiled): RDF.Quad[] {
  const { iri, lines } = description;
  if (lines.length > MOST_STATEMENTS) throw tooLarge(lines.length);
  const topic = `${iriText(facts.document)} ${iriText(foaf.primaryTopic)} ${iriText(iri)} .`;
  const made = parseLines(
    constructOver([...lines, ...linkedLines(description, index), topic], {
      text: profile.text,
      base: facts.base,
    }),
  );
  const isOwn = ({ subject }: RDF.Quad): boolean => subject.value === iri;
  const own = made.filter(isOwn);
  const document = describeDocument({ thing: iri, ...facts }).filter(
    (one) => !made.some((other) => quadLine(other) === quadLine(one)),
  );
  return [...own, ...made.filter((one) => !isOwn(one)), ...document];
}

/** Statements of a thing that a profile is evaluated over: other requests wait for it. */
const MOST_STATEMENTS = 5000;

const tooLarge = (statements: number) =>
  problem(
    'result-too-large',
    {
      fr: `Cette ressource compte ${statements} énoncés : elle n’est donnée que telle que publiée, sans _profile.`,
      en: `This thing has ${statements} statements: it is given as published only, without _profile.`,
    },
    { members: { statements } },
  );

/** Things that are looked up; what links to more is described with the names of the first. */
const MOST_LINKED = 100;
const TELLING: readonly string[] = [rdf.type, rdfs.label, skos.prefLabel, schema.name];

/** Classes and names of the things that a description links to. */
function linkedLines({ iri, lines }: ResourceDescription, index: ResourceIndex): readonly string[] {
  const links = lines.filter((line) => !line.includes(`> ${iriText(rdf.type)} <`));
  const linked = new Set(links.flatMap((line) => /> <([^>]*)> \.$/.exec(line)?.[1] ?? []));
  const others = [...linked].filter((one) => one !== iri && !one.startsWith(`${iri}#`));
  return others.slice(0, MOST_LINKED).flatMap((other) => {
    const starts = TELLING.map((property) => `${iriText(other)} ${iriText(property)} `);
    const said = index.describe(other)?.lines ?? [];
    return said.filter((line) => starts.some((start) => line.startsWith(start)));
  });
}
