import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readProfiles } from '../../../src/declarations/profiles.ts';
import type { Complaint } from '../../../src/model/index.ts';

const BASE = 'http://localhost:3000/';
const TITLES = '# @title.fr T\n# @title.en T\n# @description.fr D.\n# @description.en D.\n';
const IRI = '# @profile <https://example.org/p>\n';
const QUERY = 'CONSTRUCT { ?s a <c> } WHERE { ?s a ?c }';
const WHOLE = TITLES + IRI + QUERY;

async function read(files: Readonly<Record<string, string>>) {
  const root = await mkdtemp(join(tmpdir(), 'cimaise-profiles-'));
  const folder = join(root, 'queries', 'profiles');
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const complaints: Complaint[] = [];
    const all = await readProfiles({ root, base: BASE }, complaints);
    const profiles = all.filter(({ place }) => !place.file.startsWith('cimaise:'));
    return {
      profiles,
      below: all.length - profiles.length,
      found: complaints.map(({ found }) => found.en),
      complaints,
    };
  } finally {
    await rm(root, { recursive: true });
  }
}

describe('A profile', () => {
  it('is a CONSTRUCT with a name, an IRI, texts, classes and a context', async () => {
    const { profiles, found } = await read({
      'p.rq': `${TITLES}${IRI}# @for <urn:x:A> <def/B>\n# @for <urn:x:C>\n# @context <https://example.org/c.json>\n${QUERY}`,
      'p.context.json': '{ "@context": { "id": "@id" } }',
    });
    expect(found).toEqual([]);
    expect(profiles).toEqual([
      {
        token: 'p',
        iri: 'https://example.org/p',
        place: { file: 'queries/profiles/p.rq' },
        title: { fr: 'T', en: 'T' },
        description: { fr: 'D.', en: 'D.' },
        classes: ['urn:x:A', `${BASE}def/B`, 'urn:x:C'],
        text: expect.stringContaining('CONSTRUCT'),
        context: { iri: 'https://example.org/c.json', terms: { id: '@id' } },
      },
    ]);
  });

  it('is the platform’s where there is no folder', async () => {
    const profiles = await readProfiles({ root: '/nowhere', base: BASE }, []);
    expect(profiles.map(({ place }) => place.file)).toEqual([
      'cimaise:queries/profiles/linked-art.rq',
      'cimaise:queries/profiles/schema.rq',
    ]);
  });

  it('stands in the place of the platform’s by the same name, or of the same IRI', async () => {
    const { found, below } = await read({
      'schema.rq': `${TITLES}${IRI}${QUERY}`,
      'a.rq': `${TITLES}# @profile <https://linked.art/ns/terms/>\n${QUERY}`,
    });
    expect([found, below]).toEqual([[], 0]);
  });

  it.each([
    [{ 'Été.rq': WHOLE }, /“Été” cannot name a profile/],
    [{ 'alt.rq': WHOLE }, /“alt” already means something/],
    [{ 'native.rq': WHOLE }, /“native” already means something/],
    [{ 'p.rq': IRI + QUERY }, /lacks its title or description/],
    [{ 'p.rq': TITLES + QUERY }, /has no IRI/],
    [{ 'p.rq': `${TITLES}# @profile <http://a b>\n${QUERY}` }, /“http:\/\/a b” is not an IRI/],
    [{ 'p.rq': `${WHOLE.replace(QUERY, '')}# @for <urn:x:<>\n${QUERY}` }, /is not an IRI/],
    [{ 'p.rq': `${TITLES}${IRI}SELECT * { ?s ?p ?o }` }, /is not a CONSTRUCT/],
    [{ 'p.rq': `${TITLES}${IRI}CONSTRUCT { ?s` }, /./],
    [{ 'p.rq': `${TITLES}${IRI}CONSTRUCT { ?s a ?d } { ?s a ?c BIND(NOW() AS ?d) }` }, /may differ/],
    [{ 'p.rq': `${TITLES}${IRI}CONSTRUCT { ?s a <c> } FROM <g> { ?s a ?c }` }, /reads only what is said/],
    [
      { 'p.rq': `${TITLES}${IRI}CONSTRUCT { ?s a <c> } { SERVICE <http://x.example/> { ?s a ?c } }` },
      /reads only what is said/,
    ],
    [{ 'p.rq': WHOLE, 'q.rq': WHOLE }, /Another file already describes/],
    [
      { 'p.rq': `${TITLES}${IRI}# @context <urn:c>\n${QUERY}` },
      /There is no queries\/profiles\/p\.context\.json/,
    ],
    [
      {
        'p.rq': `${TITLES}${IRI}# @context <urn:c>\n${QUERY}`,
        'p.context.json': '{ "@context": "https://x/" }',
      },
      /not one object/,
    ],
    [{ 'p.rq': `${TITLES}${IRI}# @context <urn:c>\n${QUERY}`, 'p.context.json': '{' }, /could not be read/],
  ])('%j is refused with a sentence, its place and a remedy', async (files, sentence) => {
    const { complaints, found } = await read(files as unknown as Record<string, string>);
    expect(found).toEqual([expect.stringMatching(sentence)]);
    const [complaint] = complaints;
    expect(complaint?.place.file).toMatch(/^queries\/profiles\/.+\.rq$/);
    for (const text of [complaint?.found.fr, complaint?.remedy.fr, complaint?.remedy.en])
      expect(text).toMatch(/./);
  });
});
