import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadProject } from '../../../src/declarations/index.ts';
import { complaintText, placeText } from '../../../src/model/index.ts';

const SOUND = join(import.meta.dirname, '../../fixtures/sound');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path fill="url(#a)" d="M0 0h1"/></svg>';

/** What a project says whose `data/site.yml` is this, with some files beside it. */
async function loaded(yaml: string, files: Readonly<Record<string, string | Buffer>> = {}) {
  const root = await mkdtemp(join(tmpdir(), 'cimaise-site-'));
  try {
    await cp(SOUND, root, { recursive: true });
    await writeFile(join(root, 'data/site.yml'), yaml);
    for (const [name, contents] of Object.entries(files)) await writeFile(join(root, 'data', name), contents);
    return await loadProject({ root, base: 'http://localhost:3000/' });
  } finally {
    await rm(root, { recursive: true });
  }
}

const complaintsOf = async (yaml: string, files?: Readonly<Record<string, string | Buffer>>) =>
  (await loaded(`name: Musée\n${yaml}`, files)).complaints;

describe('A site', () => {
  it('is nobody’s where no file says whose', async () => {
    const { project } = await loadProject({ root: SOUND, base: 'http://localhost:3000/' });
    expect(project.identity).toBeUndefined();
  });

  it('is its publisher’s: names, texts, colours, logo, tiles', async () => {
    const { complaints, project } = await loaded(
      [
        'name: { fr: Musée, en: Museum }',
        'motto: mot',
        'publisher: { name: Ville, address: "https://ville.example/" }',
        'logo: logo.svg',
        'colours: { light: { garance: "#9B2335" } }',
        'texts: { about: { fr: Bonjour, en: Hello } }',
        'tiles: { template: "https://t.example/{z}/{x}/{y}.png", attribution: OSM }',
      ].join('\n'),
      { 'logo.svg': SVG },
    );
    expect(complaints).toEqual([]);
    expect(project.identity).toMatchObject({
      name: { fr: 'Musée', en: 'Museum' },
      motto: { fr: 'mot', en: 'mot' },
      publisher: { name: { fr: 'Ville' }, address: 'https://ville.example/' },
      logo: { mediaType: 'image/svg+xml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      colours: { light: { garance: '#9b2335' } },
      texts: { about: { en: 'Hello' } },
      tiles: { template: 'https://t.example/{z}/{x}/{y}.png', attribution: 'OSM' },
    });
  });

  it('may have tiles of a server on this machine, to try', async () => {
    const tiles = 'tiles: { template: "http://127.0.0.1:8080/{z}/{x}/{y}.png", attribution: Essai }';
    expect(await complaintsOf(tiles)).toEqual([]);
    const other = tiles.replace('127.0.0.1', '127.0.0.1.example');
    expect(await complaintsOf(other)).toHaveLength(1);
  });

  it.each([
    ['nom: x', '2:1', 'Vouliez-vous dire', 'Did you mean'],
    ['motto: { fr: x }', '2:8', 'motto', 'motto'],
    ['colours: { light: { ink: "#f5f2ec" } }', '2:26', 'ne se lit pas', 'cannot be read'],
    ['colours: { dark: { wall: "#888888" } }', '2:26', 'ne se lit pas', 'cannot be read'],
    ['colours: { light: { garance: rouge } }', '2:30', '#9b2335', '#9b2335'],
    ['colours: { light: { red: "#9b2335" } }', '2:21', 'red', 'red'],
    ['colours: { night: { ink: "#ffffff" } }', '2:12', 'Vouliez-vous dire « light »', 'Did you mean “light”'],
    ['logo: nowhere.svg', '2:7', 'n’existe pas', 'does not exist'],
    ['logo: ../../../../etc/passwd', '2:7', 'fichier du projet', 'file of the project'],
    ['texts: { abuot: x }', '2:10', 'about', 'about'],
    ['publisher: { name: x, address: "javascript:alert(1)" }', '2:32', 'publisher', 'publisher'],
    ['tiles: { template: "https://t.example/{z}/{x}.png", attribution: x }', '2:8', '{y}', '{y}'],
    ['tiles: { template: "http://t.example/{z}/{x}/{y}", attribution: x }', '2:8', 'https', 'https'],
    ['tiles: { template: "https://t.example/{z}/{x}/{y}" }', '2:8', 'attribution', 'attribution'],
  ])('is refused with « %s », with place and remedy', async (yaml, at, fr, en) => {
    const complaints = await complaintsOf(yaml);
    expect(complaints.map(({ place }) => placeText(place))).toContain(`data/site.yml:${at}`);
    expect(complaints.map((one) => complaintText(one, 'fr')).join()).toContain(fr);
    expect(complaints.map((one) => complaintText(one, 'en')).join()).toContain(en);
  });

  it.each([
    ['a script', '<svg><script>alert(1)</script></svg>'],
    ['a handler', '<svg onload="alert(1)"></svg>'],
    ['a page inside', '<svg><foreignObject><p>x</p></foreignObject></svg>'],
    ['a link to the outside', '<svg><image href="https://other.example/x.png"/></svg>'],
    ['a stylesheet from the outside', '<svg><style>@import "https://other.example/x.css"</style></svg>'],
    ['an entity', '<!DOCTYPE svg [<!ENTITY x "y">]><svg>&x;</svg>'],
    ['another kind of file', 'GIF89a'],
    ['too much', `<svg>${' '.repeat(100_001)}</svg>`],
  ])('is refused with a logo that holds %s', async (_, contents) => {
    expect(await complaintsOf('logo: logo.svg', { 'logo.svg': contents })).toHaveLength(1);
  });

  it('takes a PNG, and an SVG that refers to parts of its own', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(await complaintsOf('logo: logo.png', { 'logo.png': png })).toEqual([]);
    expect(await complaintsOf('logo: logo.svg', { 'logo.svg': `<!-- a -->\n${SVG}` })).toEqual([]);
  });

  it('needs a name', async () => {
    const { complaints } = await loaded('motto: x');
    expect(complaints.map((one) => complaintText(one, 'en')).join()).toContain('The key “name” is missing.');
  });
});
