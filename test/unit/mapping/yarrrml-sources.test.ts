import { describe, expect, it } from '@jest/globals';
import { parseYarrrml } from '../../../src/mapping/yarrrml/parse.ts';
import { type Complaint, placeText } from '../../../src/model/index.ts';
import { BASE, bothOutputs } from './yarrrml-run.ts';

const FILES = {
  'people.csv': 'id,name,pid,first,lang,dt\n1,Ann,a,A,fr,string\n2,Bob,b,B,en,string\n3,Cy,,C,fr,string\n',
  'projects.json': '{"p":[{"id":"a","name":"Alpha","lead":"Ann"},{"id":"b","name":"Beta","lead":"Zed"}]}',
  'semicolon.csv': 'id;name\n7;Grey\n',
  'x/people.xml': '<r xmlns="http://x.org/"><p id="9"><name>Zoe</name></p></r>',
};

const NAME = '<http://schema.org/name>';
const head = 'prefixes: { ex: "http://ex.org/" }\n';

/** Objects' part of the lines of a mapping, the RML that is written of it giving the same. */
async function linesOf(yarrrml: string) {
  const { own, written, folder } = await bothOutputs(head + yarrrml, FILES);
  expect(written).toEqual(own);
  return {
    lines: own.lines.map((line) => line.replaceAll('http://ex.org/', 'ex:').replace(/ \.$/, '')),
    targets: Object.fromEntries(
      Object.entries(own.targets).map(([path, lines]) => [path.slice(folder.length + 1), lines.length]),
    ),
  };
}

const complaintsOf = (text: string) => {
  const parsed = parseYarrrml(head + text, '/m/mapping.yml', BASE);
  return parsed.kind === 'parsed' ? [] : parsed.complaints;
};

const whereAndWhat = (named: string) => (one: Complaint) => [
  placeText(one.place),
  one.found.fr.includes(named),
];

describe('A source of YARRRML', () => {
  it.each([
    ['in short in a mapping', "[['people.csv~csv']]"],
    ['as the only one, in short', "['people.csv~csv']"],
    ['as a text', 'people.csv~csv'],
    ['by its keys', '{ access: people.csv, referenceFormulation: csv }'],
    ['by its name alone', '{ access: people.csv }'],
    ['at the top', 'people'],
    ['at the top, in a list', '[people]'],
  ])('is read %s', async (_, source) => {
    const { lines } = await linesOf(
      `sources: { people: [people.csv~csv] }\nmappings: { x: { sources: ${source}, s: ex:$(id), po: [[schema:name, $(name)]] } }`,
    );
    expect(lines).toEqual([`<ex:1> ${NAME} "Ann"`, `<ex:2> ${NAME} "Bob"`, `<ex:3> ${NAME} "Cy"`]);
  });

  it('may be JSON with an iterator, or XML with the prefixes of the document', async () => {
    const { lines } = await linesOf(`
mappings:
  j: { sources: [['projects.json~jsonpath', '$.p[*]']], s: ex:$(id), po: [[schema:name, $(name)]] }`);
    expect(lines).toEqual([`<ex:a> ${NAME} "Alpha"`, `<ex:b> ${NAME} "Beta"`]);
    const xml = await linesOf(`
sources: { x: { access: x/people.xml, referenceFormulation: xpath, iterator: /n:r/n:p, namespaces: { n: 'http://x.org/' } } }
mappings:
  j: { sources: x, s: 'ex:$(@id)', po: [[schema:name, '$(n:name)']] }`);
    expect(xml.lines).toEqual([`<ex:9> ${NAME} "Zoe"`]);
  });

  it('may be one of several of a mapping: each is read, and joins go to all', async () => {
    const { lines } = await linesOf(`
mappings:
  all:
    sources: [['people.csv~csv'], ['projects.json~jsonpath', '$.p[*]']]
    s: ex:$(id)
    po: [[schema:name, $(name)]]
  links:
    sources: people.csv~csv
    s: ex:link/$(id)
    po:
      - p: ex:to
        o: { mapping: all, condition: { function: equal, parameters: [[str1, $(name), s], [str2, $(name), o]] } }`);
    expect(lines.filter((line) => line.includes('<ex:to>'))).toEqual([
      '<ex:link/1> <ex:to> <ex:1>',
      '<ex:link/2> <ex:to> <ex:2>',
      '<ex:link/3> <ex:to> <ex:3>',
    ]);
    expect(lines).toHaveLength(8);
  });

  it('may have values that count as absent', async () => {
    const { lines } = await linesOf(
      'mappings: { x: { sources: { access: people.csv, null: [Ann, ""] }, s: ex:$(id), po: [[schema:name, $(name)]] } }',
    );
    expect(lines).toHaveLength(2);
  });

  it('may be read record by record beside a view', async () => {
    const { lines } = await linesOf(`
sources: { letters: { each: 'cim:split("$(name);$(first)", ";")', as: letter }, people: [people.csv~csv] }
mappings:
  x: { sources: [people, letters], s: ex:$(id), po: [[a, ex:P], [ex:l, $(letter)], [ex:n, $(name)]] }`);
    expect(lines.filter((line) => line.includes('<ex:1>'))).toEqual([
      '<ex:1> <ex:l> "A"',
      '<ex:1> <ex:l> "Ann"',
      '<ex:1> <ex:n> "Ann"',
      '<ex:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <ex:P>',
    ]);
  });

  it.each([
    ['{ access: a.csv, delimiter: ";;" }', 'delimiter', '2:55'],
    ['{ access: a.csv, delimeter: ";" }', 'delimeter', '2:44'],
    ['{ access: a.csv, referenceFormulation: cvs }', 'cvs', '2:27'],
    ['{ access: a.dat }', 'a.dat', '2:27'],
    ['{ access: a.csv, compression: rar }', 'rar', '2:57'],
    ['{ access: a.csv, encoding: utf-9 }', 'utf-9', '2:54'],
    ['{ access: "http://a.fr/x", type: mysql, query: SELECT, referenceFormulation: csv }', 'query', '2:67'],
    ['{ referenceFormulation: csv }', 'fichier', '2:27'],
    ['peple', 'peple', '2:18'],
  ])('is refused as %s, with its place', (source, named, place) => {
    const complaints = complaintsOf(`mappings: { x: { sources: ${source}, s: ex:1, po: [[a, ex:X]] } }`);
    expect(complaints.map(whereAndWhat(named))).toContainEqual([`/m/mapping.yml:${place}`, true]);
  });
});

describe('A term of YARRRML', () => {
  const rule = (more: string) => linesOf(`mappings:\n  x:\n    sources: people.csv~csv\n${more}`);

  it('may be a blank node: by its type, by its label, or without any', async () => {
    const { lines } = await rule(`
    s: ["_:p$(id)", { value: q$(id), type: blank }]
    po:
      - { p: ex:o, o: { value: r$(id), type: blank } }`);
    expect(lines).toHaveLength(6);
    expect(lines.every((line) => /^_:\S+ <ex:o> _:\S+$/.test(line))).toBe(true);
    const { own, written } = await bothOutputs(
      `mappings: { x: { sources: people.csv~csv, s: null, po: [[schema:name, $(name)]] } }`,
      FILES,
    );
    expect(new Set(own.lines.map((line) => line.split(' ')[0])).size).toBe(3);
    expect(written.lines).toHaveLength(3);
  });

  it('has graphs, of its mapping and of its pair', async () => {
    const { lines } = await rule(`
    graphs: ex:g/$(lang)
    s: ex:$(id)
    condition: { function: equal, parameters: [[str1, $(id)], [str2, "1"]] }
    po:
      - [schema:name, $(name)]
      - { p: ex:first, o: $(first), graphs: [ex:h] }`);
    expect(lines).toEqual([
      '<ex:1> <ex:first> "A" <ex:g/fr>',
      '<ex:1> <ex:first> "A" <ex:h>',
      `<ex:1> ${NAME} "Ann" <ex:g/fr>`,
    ]);
  });

  it('has languages and datatypes that are read from the data', async () => {
    const { lines } = await rule(`
    s: ex:$(id)
    po:
      - [ex:a, $(name), $(lang)~lang]
      - { p: ex:b, o: { value: $(name), language: $(lang)-CA } }
      - { p: ex:c, o: { value: $(name), datatype: ex:$(dt) } }`);
    expect(lines.slice(0, 3)).toEqual([
      '<ex:1> <ex:a> "Ann"@fr',
      '<ex:1> <ex:b> "Ann"@fr-CA',
      '<ex:1> <ex:c> "Ann"^^<ex:string>',
    ]);
  });

  it('may be told of the other way round', async () => {
    const { lines } = await rule(`
    s: ex:$(id)
    po: [{ p: ex:knows, i: ex:knownBy, o: ex:p/$(first)~iri }]`);
    expect(lines).toContain('<ex:p/A> <ex:knownBy> <ex:1>');
    expect(lines).toHaveLength(6);
  });

  it('may be the subject of another mapping, of the same record or by conditions', async () => {
    const { lines } = await rule(`
    s: ex:$(id)
    po:
      - p: ex:works
        o:
          mapping: project
          condition:
            function: and
            parameters:
              - [c1, { function: equal, parameters: [[str1, $(pid), s], [str2, $(id), o]] }]
              - [c2, { function: equal, parameters: [{ parameter: str1, value: $(lead), from: o }, [str2, $(name), s]] }]
      - p: ex:same
        o: { mapping: card }
  card: { sources: people.csv~csv, s: ex:card/$(name), po: [[a, ex:Card]] }
  project: { sources: ['projects.json~jsonpath', '$.p[*]'], s: ex:project/$(id), po: [[a, ex:Project]] }`);
    expect(lines.filter((line) => /works|same/.test(line))).toEqual([
      '<ex:1> <ex:same> <ex:card/Ann>',
      '<ex:1> <ex:works> <ex:project/a>',
      '<ex:2> <ex:same> <ex:card/Bob>',
      '<ex:3> <ex:same> <ex:card/Cy>',
    ]);
  });

  it('may go to targets, named or described', async () => {
    const { lines, targets } = await linesOf(`
targets: { out: [out/dump.nt~void, ntriples] }
mappings:
  x:
    sources: people.csv~csv
    s: { value: ex:$(id), targets: out }
    po:
      - { p: { value: ex:n, targets: [[b.ttl~void, turtle, gzip], { access: c.nq }] }, o: $(name) }
      - { p: ex:f, o: { value: $(first), language: { value: fr, targets: { access: d.nq } } } }`);
    expect(lines).toEqual([]);
    expect(targets).toEqual({ 'out/dump.nt': 6, 'b.ttl': 3, 'c.nq': 3, 'd.nq': 3 });
  });

  it('may hold external references', async () => {
    const { lines } = await linesOf(`
external: { city: Ghent }
mappings:
  x:
    sources: people.csv~csv
    s: ex:$(_city)/$(id)
    condition: 'cim:equal($(id), "1")'
    po:
      - [ex:c, $(_city)]
      - { p: ex:d, o: { function: 'cim:upperCase($(_city))' } }`);
    expect(lines).toEqual(['<ex:Ghent/1> <ex:c> "Ghent"', '<ex:Ghent/1> <ex:d> "GHENT"']);
  });

  it('may be made by functions in functions, and have a condition of its own', async () => {
    const { lines } = await rule(`
    s: { function: 'cim:concat($(id), "http://ex.org/", "")' }
    condition: ['cim:isNotEmpty($(pid))', { fn: notEqual, pms: [[str1, $(id)], [str2, "2"]] }]
    po:
      - p: ex:n
        o:
          - fn: grel:toUpperCase
            pms: [{ pm: grel:valueParameter, v: { f: cim:concat, pms: [$(name), "<", ">"] } }]
          - { value: $(first), condition: 'cim:equal($(first), "Z")' }`);
    expect(lines).toEqual(['<ex:1> <ex:n> "<ANN>"']);
  });

  it.each([
    ['s: { value: ex:1, type: literal }\n    po: [[a, ex:X]]', 'literal', '4:29'],
    ['s: ex:1\n    po: [{ p: ex:a, o: { mapping: y } }]', '« y »', '5:24'],
    ['s: ex:1\n    po: [{ p: ex:a, o: { mapping: x, condition: { function: grel:x } } }]', 'equal', '5:49'],
    ['s: { value: ex:1, targets: nowhere }\n    po: [[a, ex:X]]', 'nowhere', '4:32'],
    [
      's: { value: ex:1, targets: { access: x, serialization: turtel } }\n    po: [[a, ex:X]]',
      'turtel',
      '4:60',
    ],
    ['s: { value: ex:1, targets: { access: x, type: sparql } }\n    po: [[a, ex:X]]', 'sparql', '4:32'],
    ['s: { valeu: ex:1 }\n    po: [[a, ex:X]]', 'valeu', '4:10'],
    ['s: ex:1\n    po: [{ p: ex:a, o: { value: x, type: uri } }]', 'uri', '5:42'],
    ['s: ex:1\n    po: [{ i: ex:a, o: $(x) }]', 'inversepredicates', '5:15'],
  ])('is refused as %s, with its place', (text, named, place) => {
    const complaints = complaintsOf(`mappings:\n  x:\n    ${text}`);
    expect(complaints.map(whereAndWhat(named))).toContainEqual([`/m/mapping.yml:${place}`, true]);
  });

  it('is refused with all that is wrong in sections, authors and base too', () => {
    const found = complaintsOf(
      'authors: [{ nam: J }]\nbase: nope\nfoo: 1\nmappings: { x: { s: ex:1, po: [[a, ex:X]] } }',
    ).map(({ place }) => `${place.line}:${place.column}`);
    expect(found.sort()).toEqual(['2:13', '3:7', '4:1']);
  });
});
