import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadProject, type Project } from '../../../src/declarations/index.ts';
import { complaintText } from '../../../src/model/index.ts';
import { parsePlacedTurtle } from '../../../src/rdf/index.ts';
import { checkProject } from '../../../src/release/index.ts';

const BASE = 'http://localhost:3000/';

async function worldWith(file: string, text: string): Promise<Project> {
  const root = join(import.meta.dirname, '../../fixtures/a-small-world');
  const { project } = await loadProject({ root, base: BASE });
  const parsed = parsePlacedTurtle(text, file, BASE);
  if (parsed.kind === 'malformed') throw new Error(complaintText(parsed.complaint, 'en'));
  const quads = parsed.quads.map(({ quad }) => quad);
  const lines = parsed.quads.map(({ line }) => line);
  return { ...project, shapes: [...project.shapes, { file, path: join(root, file), text, quads, lines }] };
}

async function complaints(file: string, text: string): Promise<readonly string[]> {
  const checked = await checkProject(await worldWith(file, text));
  return checked.kind === 'refused' ? checked.complaints.map((one) => complaintText(one, 'en')) : [];
}

const aimingAt = (target: string): string => `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
<shapes/x> a sh:NodeShape ; sh:nodeKind sh:IRI ;
  sh:name "Forme"@fr, "Shape"@en ; sh:message "Faux. Corrigez."@fr, "Wrong. Correct it."@en ; sh:severity sh:Info ;
  ${target} .`;

describe('Shapes of what the platform says itself', () => {
  it.each([
    'sh:targetClass dcat:Distribution',
    'sh:targetClass dcat:DataService',
    'sh:targetSubjectsOf dcat:downloadURL',
  ])('may say %s, without a dataset that lists them', async (target) => {
    expect(await complaints('shapes/catalogue.ttl', aimingAt(target))).toEqual([]);
  });

  it('may not misspell what the catalogue says', async () => {
    expect(await complaints('shapes/catalogue.ttl', aimingAt('sh:targetClass dcat:Distribtion'))).toEqual([
      'shapes/catalogue.ttl:5  No mapping gives the class dcat:Distribtion: this target aims at nothing. Did you mean dcat:Distribution?',
    ]);
  });

  it('are like all others in a file of another name', async () => {
    expect(await complaints('shapes/other.ttl', aimingAt('sh:targetClass dcat:Dataset'))).toEqual([
      expect.stringContaining('shapes/other.ttl  No dataset lists this file'),
    ]);
  });
});
