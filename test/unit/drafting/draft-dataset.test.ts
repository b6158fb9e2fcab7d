import { describe, expect, it } from '@jest/globals';
import { parseYaml } from '../../../src/documents/index.ts';
import { parseMapping } from '../../../src/mapping/index.ts';
import { draftOf, type MadeColumn, namedBy, profileOf, without } from './profiles.ts';

const BASE = 'http://localhost:3000/';
const said = (...given: Parameters<typeof draftOf>): string => without(draftOf(...given).mapping);
const one = (header: string, column: MadeColumn) =>
  said(profileOf([['id'], [header, column]], namedBy('id')));

describe('A drafted mapping', () => {
  it('tells above each line what it was concluded from, and how surely', () => {
    const { mapping } = draftOf(
      profileOf([['id'], ['note', { kind: 'whole', confidence: 0.87 }]], namedBy('id')),
    );
    expect(mapping).toMatch(
      /# “note”: whole \(en\) Confidence: 87%\.\n\s+- \[def:note, \$\(note\), xsd:integer\]/,
    );
  });

  it('speaks French where the command does', () => {
    const { mapping } = draftOf(
      profileOf([['id'], ['note', { kind: 'whole' }]], namedBy('id')),
      {},
      { language: 'fr' },
    );
    expect(mapping).toContain('# «\u00a0note\u00a0»\u00a0: whole (fr) Confiance\u00a0: 95\u00a0%.');
  });

  it.each([
    ['date', 'function: cim:isoDate($(v)), datatype: xsd:date'],
    ['web-address', 'function: cim:webAddress($(v)), type: iri'],
    ['year', '$(v), xsd:gYear'],
    ['decimal', '$(v), xsd:decimal'],
    ['insee-commune', 'function: cim:inseeCode($(v))'],
    ['period', 'function: cim:edtf($(v)), datatype: edtf:EDTF'],
    ['merimee', 'cim:concat(cim:merimeeId($(v)), "https://www.pop.culture.gouv.fr/notice/merimee/", "")'],
    ['code', '[def:v, $(v)]'],
    ['text', '[def:v, $(v), fr~lang]'],
  ] as const)('writes values of kind %s', (kind, expected) => {
    expect(one('v', { kind })).toContain(expected);
  });

  it('takes mark-up out', () => {
    expect(one('v', { kind: 'text', html: 4 })).toContain('cim:htmlToText($(v))');
  });

  it('separates values, but not those of a title', () => {
    const separation = {
      value: { separator: ';', cells: 8, values: 20 },
      confidence: 0.9,
      evidence: { fr: 'f', en: 'e' },
    };
    expect(one('matières', { separation })).toContain('cim:split($(matières), ";")');
    expect(one('titre', { separation })).not.toContain('cim:split');
    expect(one('matières', { separation: { ...separation, confidence: 0.3 } })).not.toContain('cim:split');
  });

  it('leaves out empty columns and those that may be personal, and says so', () => {
    const { mapping, dataset } = draftOf(
      profileOf(
        [['id'], ['vide', { kind: 'empty', filled: 0 }], ['Courriel', { kind: 'email' }]],
        namedBy('id'),
      ),
    );
    expect(without(mapping)).not.toMatch(/vide|Courriel/);
    expect(mapping).toContain('“vide”: an empty column');
    expect(mapping).toContain('#   - [schema:email, $(Courriel)]'.replace('#   ', '# '));
    expect(dataset).toContain('privateColumns: [Courriel]');
  });

  it('leaves out columns without a name, and the second of two with the same', () => {
    const { mapping } = draftOf(profileOf([['id'], [''], ['a'], ['a']], namedBy('id')));
    expect(mapping).toContain('a column without a name');
    expect(mapping).toContain('another header has the same name');
    expect(without(mapping).match(/def:a\b/g)).toHaveLength(1);
  });

  it('reads awkward headers under short names', () => {
    const mapping = said(
      profileOf(
        [['id'], ['Type de voie (rue, "avenue", etc.)'], ['a $(b) : # c'], ["l'état"], ['yes']],
        namedBy('id'),
      ),
    );
    expect(mapping).toContain(`typeDeVoie: ['Type de voie (rue, "avenue", etc.)'`);
    expect(mapping).toContain("'a $(b) : # c'");
    expect(parseMapping(mapping, 'm.yml', BASE).kind).toBe('parsed');
  });

  it('makes coordinates of what the profile found, whatever their order', () => {
    const column = (order: 'lat-long' | 'long-lat') =>
      said(
        profileOf([['id'], ['x', { kind: 'latitude' }], ['y', { kind: 'longitude' }]], {
          ...namedBy('id'),
          places: [
            {
              value: { columns: ['x', 'y'], reference: { kind: 'wgs84', order }, read: 10, odd: [] },
              confidence: 0.98,
              evidence: { fr: 'f', en: 'e' },
            },
          ],
        }),
      );
    expect(column('lat-long')).toContain(`cim:latitude("$(x),$(y)")`);
    expect(column('long-lat')).toContain(`cim:latitude("$(y),$(x)")`);
    expect(column('lat-long')).not.toContain('def:x');
  });

  it('projects coordinates as the profile found them to be', () => {
    const place = (more: object) =>
      said(
        profileOf([['id'], ['xy', { kind: 'projected' }], ['zone']], {
          ...namedBy('id'),
          places: [
            {
              value: {
                columns: ['xy'],
                separator: ';',
                reference: { kind: 'projected', epsg: 3943 },
                read: 10,
                odd: [],
                ...more,
              },
              confidence: 0.9,
              evidence: { fr: 'f', en: 'e' },
            },
          ],
        }),
      );
    expect(place({})).toContain('cim:toWgs84(cim:before($(xy), ";"), cim:after($(xy), ";"), "3943")');
    expect(place({ toldBy: 'zone' })).toContain('cim:after($(xy), ";"), $(zone))');
  });

  it('links to what is here by name and by identifier', () => {
    const link = (by: 'label' | 'identifier') => ({
      link: { value: { dataset: 'departements', by }, confidence: 0.95, evidence: { fr: 'f', en: 'e' } },
    });
    const by = (how: 'label' | 'identifier') =>
      draftOf(profileOf([['id'], ['ville'], ['département', link(how)]], namedBy('id')));
    expect(by('label').mapping).toContain("'cim:lookup($(département), departements)'");
    expect(by('identifier').mapping).toContain(`'cim:concat($(département), "id/departements/", "")'`);
    expect(by('label').dataset).toContain('vocabularies: [departements]');
  });
});

describe('A drafted address', () => {
  it('is made of the identifier as it is', () => {
    const profile = profileOf([['ref', { examples: ['M0014', 'M0015'] }]], namedBy('ref'));
    expect(said(profile)).toContain('subjects: id:objets/$(ref)');
  });

  it('is made of two columns together', () => {
    const profile = profileOf([['ref'], ['annee', { kind: 'year' }]], namedBy('ref', 'annee'));
    expect(said(profile)).toContain('subjects: id:objets/$(ref)-$(annee)');
    expect(draftOf(profile).dataset).toContain("uriPattern: '{ref}-{annee}'");
  });

  it('is made readable where the identifier would not stand in it', () => {
    const profile = profileOf([['inv', { examples: ['03 2 3', 'D. 5886/b'] }], ['ville']], namedBy('inv'));
    expect(said(profile)).toContain(
      `subjects: { function: 'cim:concat(cim:slug($(inv)), "id/objets/", "")' }`,
    );
    expect(said(profile)).toContain(`'cim:concat(cim:slug($(inv)), "id/objets/", "#adresse")'`);
    expect(said(profile)).toContain('[dcterms:identifier, $(inv)]');
  });

  it('is a hash of the content where nothing names records, and that is said', () => {
    const draft = draftOf(profileOf([['nom'], ['ville']]));
    expect(draft.subject).toBe('hash');
    expect(without(draft.mapping)).toContain(
      'grel:string_sha1(grel:array_join(p_array_a=$(nom), p_array_a=$(ville)',
    );
    expect(draft.dataset).toContain('They are fragile');
  });

  it('tells doubled identifiers with their rows, and lets the build pass', () => {
    const { identifiers } = namedBy('ref');
    const doubled = {
      ...identifiers,
      duplicates: [{ value: 'A7', rows: [3, 9] }],
      duplicated: { values: 1, records: 1 },
    };
    const { dataset } = draftOf(profileOf([['ref']], { identifiers: doubled }));
    expect(dataset).toContain('A7 (records 3, 9)');
    expect(dataset).toMatch(/quarantineLimit: 0\.1[3-5]/);
  });
});

describe('A drafted description', () => {
  it('is YAML whatever the title', () => {
    const title = { fr: 'Œuvres : l’« essentiel » # {1}', en: "It's: [a] title" };
    const { dataset } = draftOf(profileOf([['id']], namedBy('id')), { title });
    expect(parseYaml(dataset, 'dataset.yml').kind).toBe('parsed');
    expect(dataset).toContain("'Œuvres : l’« essentiel » # {1}'");
  });

  it('marks what nobody has said yet', () => {
    const profile = profileOf([['id']], namedBy('id'));
    expect(draftOf(profile).dataset).toContain('# TO COMPLETE: check the licence');
    expect(draftOf(profile, { guessed: [] }).dataset).not.toContain('check the licence');
  });
});

describe('A drafted shape', () => {
  it('asks tomorrow what is so today', () => {
    const { shape } = draftOf(
      profileOf(
        [
          ['id'],
          ['annee', { kind: 'year' }],
          ['état', { kind: 'closed-list', values: ['bon', 'mauvais (?)'], filled: 7 }],
        ],
        namedBy('id'),
      ),
    );
    expect(shape).toMatch(/sh:path <def\/annee> ;\n\s+sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:gYear/);
    expect(shape).toContain('sh:pattern "^(?:bon|mauvais \\\\(\\\\?\\\\))$"');
    expect(shape).not.toMatch(/sh:path <def\/etat> ;\n\s+sh:minCount/);
  });
});

describe('Own terms', () => {
  it('are not declared again where the project has them, and do not take a name with another meaning', () => {
    const project = {
      slugs: [],
      shapes: [],
      terms: new Map([
        ['etat', 'État'],
        ['sorte', 'Sorte de pierre'],
      ]),
    };
    const { mapping, ontology } = draftOf(
      profileOf([['id'], ['État'], ['Sorte']], namedBy('id')),
      {},
      { project },
    );
    expect(without(mapping)).toContain('def:etat');
    expect(without(mapping)).toContain('def:objetsSorte');
    expect(ontology).not.toContain('<def/etat>');
    expect(ontology).toContain('<def/objetsSorte>');
  });
});
