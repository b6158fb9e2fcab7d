import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BOUNDS, settleReports } from '../../src/contributions/index.ts';
import { reportAddress as pageReportAddress } from '../../src/pages/origin-addresses.ts';
import { parseLines, parseRdf, type RDF } from '../../src/rdf/index.ts';
import {
  ABOUT_NAME,
  type ContributionSite,
  formOf,
  HTML,
  LOUVRE,
  MUSEUM,
  NAME,
  numberOf,
  reportAddress,
  serveContributions,
} from './contribution-site.ts';
import { BASE, stubIndex } from './fixture-release.ts';

const MANY = { ...BOUNDS, perHour: 100_000, perDay: 100_000 };
const UNTIL_SEEN = 120;
/** Dates of HTTP have whole seconds. */
const A_SECOND_OF_HTTP = 1000;

let site: ContributionSite;
beforeAll(async () => {
  site = await serveContributions({ bounds: MANY });
});
afterAll(() => site.close());

/** Opens a form, reads it for a while, sends it. */
async function sent(address: string, typed: Readonly<Record<string, string>>) {
  const form = await site.form(address);
  site.wait(20);
  return site.send(form, typed);
}

async function quadsOf(text: string, mediaType: string) {
  const parsed = await parseRdf({ text, mediaType, base: BASE, file: 'answer' });
  if (parsed.kind !== 'parsed') throw new Error(parsed.complaint.found.en);
  return parsed.quads;
}

const page = (address: string, headers: Readonly<Record<string, string>> = HTML) =>
  site.server.ask(address, { headers });

describe('A report', () => {
  it('shows the statement from the release, is kept, moderated and published', async () => {
    const shown = await page(reportAddress(ABOUT_NAME));
    expect(shown.text).toContain('Musée &lt;b&gt;du&lt;/b&gt; Louvre');
    expect(shown.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(shown.headers['set-cookie']).toBeUndefined();
    const answer = await sent(reportAddress(ABOUT_NAME), {
      text: 'No markup\r\nin a name.',
      proposal: 'Musée du Louvre',
      email: 'reader@example.org',
      name: 'A Reader',
    });
    expect(answer.status).toBe(303);
    const id = numberOf(answer);
    const thanks = await page(String(answer.headers.location));
    expect(thanks.text).toContain(id);
    expect(site.all().at(-1)).toMatchObject({
      ...{ id, kind: 'report', status: 'pending', about: MUSEUM, email: 'reader@example.org' },
      ...{ statement: { subject: MUSEUM, property: NAME, value: LOUVRE }, release: '2026-11-22.1' },
      text: 'No markup\nin a name.',
    });
    expect((await page(`/contributions/${id}`)).status).toBe(404);
    expect((await page('/doc/musees/M1')).text).not.toContain(id);
    site.decide(id, { kind: 'accept', answer: 'Thank you.' });
    await sleep(UNTIL_SEEN);
    const published = await page(`/contributions/${id}`);
    expect(published.status).toBe(200);
    for (const text of ['No markup<br>in a name.', 'Musée du Louvre', 'A Reader', 'Thank you.'])
      expect(published.text).toContain(text);
    for (const address of [`/contributions/${id}`, '/contributions', '/doc/musees/M1', '/contributions.atom'])
      expect((await page(address)).text).not.toContain('reader@example');
    const thing = await page('/doc/musees/M1');
    expect(thing.text).toContain(`/contributions/${id}`);
    expect(thing.text).toContain('taken into account');
    expect((await page('/contributions')).text).toContain(`/contributions/${id}`);
  });

  it('leaves the thing’s page in memory until a decision changes it', async () => {
    const answer = await sent(reportAddress(), { text: 'Something else.' });
    const id = numberOf(answer);
    const before = [await page('/doc/musees/M1'), await page('/doc/musees/M1')];
    expect(before.map(({ text }) => text.includes(id))).toEqual([false, false]);
    await sleep(A_SECOND_OF_HTTP);
    site.decide(id, { kind: 'accept' });
    await sleep(UNTIL_SEEN);
    const after = [await page('/doc/musees/M1'), await page('/doc/musees/M1')];
    expect(after.map(({ text }) => text.includes(id))).toEqual([true, true]);
    expect(after[0]?.headers.etag).not.toBe(before[0]?.headers.etag);
    const held = await page('/doc/musees/M1', {
      ...HTML,
      'if-modified-since': String(before[0]?.headers['last-modified']),
    });
    expect(held.status).toBe(200);
    site.decide(id, { kind: 'refuse', reason: 'an error' });
    await sleep(UNTIL_SEEN);
    expect((await page('/doc/musees/M1')).text).not.toContain(id);
    expect((await page(`/contributions/${id}`)).status).toBe(404);
  });

  it('is about the whole thing where the statement is not in the release', async () => {
    const address = reportAddress({ ...ABOUT_NAME, value: '"Made up by who wrote the link"' });
    const shown = await page(address);
    expect(shown.text).toContain('not in release 2026-11-22.1 any more');
    expect(shown.text).not.toContain('Made up by');
    const id = numberOf(await sent(address, { text: 'All of it.' }));
    const kept = site.all().find((one) => one.id === id);
    expect(kept?.about).toBe(MUSEUM);
    expect(kept?.statement).toBeUndefined();
  });

  it.each([
    ['its N-Triples', LOUVRE],
    ['the hash of that', `sha256:${createHash('sha256').update(LOUVRE).digest('hex')}`],
  ])('names the value by %s', async (_name, value) => {
    expect((await page(reportAddress({ ...ABOUT_NAME, value }))).text).toContain('Louvre');
  });

  it('without a value is about the only one, or about all of the property', async () => {
    const { value: _, ...named } = ABOUT_NAME;
    const only = numberOf(await sent(reportAddress(named), { text: 'The only one.' }));
    const kept = () => site.all().find(({ id }) => id === only);
    expect(kept()?.statement).toEqual(ABOUT_NAME);
  });

  it('is about a part of the thing, too', async () => {
    const part = {
      subject: `${MUSEUM}#creation`,
      property: 'http://schema.org/dateCreated',
      value: '"1793"',
    };
    const id = numberOf(await sent(reportAddress(part), { text: 'In 1792.' }));
    expect(site.all().find((one) => one.id === id)).toMatchObject({ about: MUSEUM, statement: part });
  });

  it.each([
    ['a thing that is not published', reportAddress({ thing: `${BASE}id/musees/none` }), 404],
    ['no thing', '/contribute/report', 400],
    ['no IRI', reportAddress({ thing: 'not an IRI <>' }), 404],
    ['another site’s thing', reportAddress({ thing: 'https://elsewhere.example/x' }), 404],
    ['a dataset that is not published', '/contribute/reuse?dataset=none', 404],
    ['no dataset', '/contribute/reuse', 400],
    ['undecodable octets', '/contribute/report?thing=%ff', 400],
  ])('is not taken for %s', async (_name, address, status) => {
    expect((await page(address)).status).toBe(status);
  });
});

describe('A report on a value of 60,000 characters', () => {
  const LONG = `"${'très long '.repeat(6000)}"@FR`;
  const OTHER = '"court"@fr';
  const DESCRIPTION = 'http://schema.org/description';
  const lines = [LONG, OTHER].map((value) => `<${MUSEUM}> <${DESCRIPTION}> ${value} .`);
  let long: ContributionSite;
  beforeAll(async () => {
    const index = {
      ...stubIndex(),
      describe: (iri: string) =>
        iri === MUSEUM ? { iri, dataset: 'musees', lines, incoming: [] } : undefined,
    };
    long = await serveContributions({ bounds: MANY }, () => ({ index }));
  });
  afterAll(() => long.close());

  it('names it by its hash, shows its beginning, and is settled when it changes', async () => {
    const address = pageReportAddress({
      thing: MUSEUM,
      subject: MUSEUM,
      property: DESCRIPTION,
      value: parseLines(lines.slice(0, 1))[0]?.object as RDF.Term,
    });
    expect(address.length).toBeLessThan(400);
    const shown = await long.server.ask(address, { headers: HTML });
    expect(shown.text).toContain('très long très long');
    expect(shown.body.length).toBeLessThan(100_000);
    const form = await long.form(address);
    long.wait(20);
    const id = numberOf(await long.send(form, { text: 'Too long.' }));
    const value = `sha256:${createHash('sha256').update(LONG).digest('hex')}`;
    expect(long.all().at(-1)?.statement).toEqual({ subject: MUSEUM, property: DESCRIPTION, value });
    long.decide(id, { kind: 'accept' });
    await sleep(UNTIL_SEEN);
    const published = await long.server.ask(`/contributions/${id}`, { headers: HTML });
    expect(published.text).toContain(value);
    const turtle = await long.server.ask(`/contributions/${id}.ttl`);
    expect(turtle.text).toContain(value.slice('sha256:'.length));
    const release = (values: readonly string[]) => ({
      ...{ id: 'next', base: BASE, datasets: ['musees'] },
      index: {
        describe: (iri: string) => ({
          ...{ iri, dataset: 'musees', incoming: [] },
          lines: values.map((one) => `<${MUSEUM}> <${DESCRIPTION}> ${one} .`),
        }),
      },
    });
    expect(await settleReports(long.book, release([LONG]))).toBe(0);
    expect(await settleReports(long.book, release([OTHER]))).toBe(1);
  });
});

describe('A reuse', () => {
  it('is published on the list and in DUV, with the dataset it uses', async () => {
    const answer = await sent('/contribute/reuse?dataset=musees', {
      proposal: 'Museums & me',
      address: 'https://reuse.example/map',
      text: 'A map.',
      name: 'Makers',
    });
    const id = numberOf(answer);
    site.decide(id, { kind: 'accept' });
    const turtle = await page(`/contributions/${id}.ttl`);
    expect(turtle.headers['content-type']).toContain('text/turtle');
    const quads = await quadsOf(turtle.text, 'text/turtle');
    const said = quads.map(({ subject, predicate, object }) => [
      subject.value,
      predicate.value,
      object.value,
    ]);
    const self = `${BASE}contributions/${id}`;
    const duv = 'http://www.w3.org/ns/duv#';
    expect(said).toEqual(
      expect.arrayContaining([
        [`${BASE}dataset/musees`, `${duv}hasUsage`, self],
        [self, `${duv}refersTo`, `${BASE}dataset/musees`],
        [self, 'http://xmlns.com/foaf/0.1/page', 'https://reuse.example/map'],
        [self, 'http://purl.org/dc/terms/title', 'Museums & me'],
      ]),
    );
    expect((await page('/contributions')).text).toContain('Museums &amp; me');
    expect((await page('/dataset/musees')).text).toContain('Museums &amp; me');
    for (const [extension, mediaType] of [
      ['ttl', 'text/turtle'],
      ['nt', 'application/n-triples'],
    ] as const) {
      const document = await page(`/dataset/musees.${extension}`);
      const usages = (await quadsOf(document.text, mediaType)).filter(
        ({ predicate }) => predicate.value === `${duv}hasUsage`,
      );
      expect(usages.map(({ object }) => object.value)).toContain(self);
    }
    site.decide(id, { kind: 'refuse', reason: 'gone' });
    await sleep(UNTIL_SEEN);
    expect((await page('/dataset/musees.ttl')).text).not.toContain(id);
  });
});

describe('A message', () => {
  it('is kept, and never published', async () => {
    const id = numberOf(await sent('/contact', { text: 'A secret question.', email: 'me@example.org' }));
    site.decide(id, { kind: 'accept' });
    expect((await page(`/contributions/${id}`)).status).toBe(404);
    expect((await page('/contributions')).text).not.toContain('A secret question');
    expect(site.all().find((one) => one.id === id)?.email).toBe('me@example.org');
  });
});

describe('What is published', () => {
  const FORMATS = [
    'text/turtle',
    'application/ld+json',
    'application/rdf+xml',
    'application/n-triples',
    'text/html',
  ];
  let id: string;
  beforeAll(async () => {
    const typed = { text: 'Wrong "name" \\ <b>', proposal: 'Right', address: 'https://source.example/' };
    id = numberOf(await sent(reportAddress(ABOUT_NAME), typed));
    site.decide(id, { kind: 'accept', answer: 'So it is.' });
    await sleep(UNTIL_SEEN);
  });

  it.each(FORMATS)('is negotiated as %s', async (accept) => {
    const answer = await page(`/contributions/${id}`, { accept });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain(accept);
    expect(answer.headers['vary']).toContain('Accept');
  });

  it('is a Web Annotation on the statement, in the state of its release', async () => {
    const { text } = await page(`/contributions/${id}.nt`);
    const quads = await quadsOf(text, 'application/n-triples');
    const self = `${BASE}contributions/${id}`;
    const oa = 'http://www.w3.org/ns/oa#';
    const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
    const objects = (subject: string, predicate: string) =>
      quads
        .filter((one) => one.subject.value === subject && one.predicate.value === predicate)
        .map(({ object }) => object.value);
    expect(objects(self, `${rdf}type`)).toEqual([`${oa}Annotation`]);
    expect(objects(self, `${oa}motivatedBy`)).toEqual([`${oa}editing`]);
    const [target = ''] = objects(self, `${oa}hasTarget`);
    expect(objects(target, `${oa}hasSource`)).toEqual([MUSEUM]);
    const [state = ''] = objects(target, `${oa}hasState`);
    expect(objects(state, `${oa}cachedSource`)).toEqual([`${BASE}releases/2026-11-22.1`]);
    const [selector = ''] = objects(target, `${oa}hasSelector`);
    expect(objects(selector, `${rdf}subject`)).toEqual([MUSEUM]);
    expect(objects(selector, `${rdf}predicate`)).toEqual([NAME]);
    expect(objects(selector, `${rdf}object`)).toEqual(['Musée <b>du</b> Louvre']);
    const bodies = objects(self, `${oa}hasBody`).flatMap((body) => objects(body, `${rdf}value`));
    expect(bodies.toSorted()).toEqual(['Right', 'Wrong "name" \\ <b>']);
    expect(quads.some(({ object }) => object.value === 'So it is.')).toBe(true);
  });

  it('is listed page by page, for people, programs and readers of feeds', async () => {
    for (let at = 0; at < 51; at++) {
      const number = numberOf(await sent(reportAddress(), { text: `Remark ${at}` }));
      site.decide(number, { kind: 'accept' });
    }
    const first = await page('/contributions');
    expect([...first.text.matchAll(/<li><h2/g)]).toHaveLength(50);
    expect(first.text).toContain('rel="next" href="/contributions?page=2"');
    const second = await page('/contributions?page=2');
    expect(second.status).toBe(200);
    expect(second.text).toContain('rel="prev"');
    const turtle = await page('/contributions.ttl?page=2');
    expect(turtle.text).toContain('hydra:previous');
    const feed = await page('/contributions.atom');
    expect(feed.headers['content-type']).toContain('application/atom+xml');
    expect([...feed.text.matchAll(/<entry>/g)]).toHaveLength(50);
    for (const wrong of ['0', '-1', 'x', '99', '1e9', '401'])
      expect((await page(`/contributions?page=${wrong}`)).status).toBe(404);
    const about = await page(`/contributions?about=${encodeURIComponent(MUSEUM)}&page=2`);
    expect(about.text).toContain('about=http');
  });
});

describe('A form', () => {
  it('comes back with all that was typed, and what is wrong beside each field', async () => {
    const form = await site.form(reportAddress(ABOUT_NAME));
    site.wait(20);
    const typed = {
      ...{ text: '  ', proposal: '"><script>', address: 'javascript:alert(1)' },
      ...{ name: 'x'.repeat(201), email: 'no address' },
    };
    const before = site.all().length;
    const answer = await site.send(form, typed);
    expect(answer.status).toBe(422);
    const again = formOf(answer.text);
    expect(again.fields).toMatchObject({ ...form.fields, ...typed, text: '' });
    for (const field of ['text', 'address', 'name', 'email']) {
      expect(answer.text).toContain(`href="#${field}"`);
      expect(answer.text).toContain(`id="${field}-fault"`);
    }
    expect(answer.text).not.toContain('"><script>');
    expect(site.all()).toHaveLength(before);
    const corrected = { text: 'Now right', address: 'https://a.example/', name: 'x', email: 'a@b.example' };
    expect((await site.send(again, corrected)).status).toBe(303);
  });

  it.each([
    'ftp://a.example/',
    'https://user:pw@a.example/',
    'http://localhost/',
    'https://a.example/ space',
    '//a.example/',
    'data:text/html,x',
    'https://',
  ])('does not take %j for an address of the Web', async (address) => {
    expect((await sent(reportAddress(), { text: 'x', address })).status).toBe(422);
  });

  it('that is sent twice is kept once, and says so', async () => {
    const form = await site.form('/contact');
    site.wait(20);
    const typed = { text: 'Hello twice' };
    const [first, second] = [await site.send(form, typed), await site.send(form, typed)];
    expect(second.status).toBe(303);
    expect(numberOf(second)).toBe(numberOf(first));
    expect((await page(String(second.headers.location))).text).toContain('had received it before');
    expect(site.all().filter(({ text }) => text === typed.text)).toHaveLength(1);
    const third = await site.send(form, { text: 'Hello again' });
    expect(third.status).toBe(422);
    const again = formOf(third.text);
    expect(again.fields['text']).toBe('Hello again');
    site.wait(20);
    expect((await site.send(again)).status).toBe(303);
  });

  it('that is sent at once, or a day later, comes back and can be sent again', async () => {
    const form = await site.form('/contact');
    const early = await site.send(form, { text: 'Quick' });
    expect(early.status).toBe(422);
    site.wait(5);
    expect((await site.send(formOf(early.text))).status).toBe(303);
    const old = await site.form('/contact');
    site.wait(2 * 86_400);
    const late = await site.send(old, { text: 'Slow' });
    expect(late.status).toBe(422);
    site.wait(5);
    expect((await site.send(formOf(late.text))).status).toBe(303);
  });

  it('whose trap was filled comes back, and can be emptied', async () => {
    const form = await site.form('/contact');
    site.wait(20);
    const trapped = await site.send(form, { text: 'Buy', verification: 'http://spam.example' });
    expect(trapped.status).toBe(422);
    expect(trapped.text).toContain('href="#verification"');
    expect((await site.send(formOf(trapped.text), { verification: '' })).status).toBe(303);
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'content-type': 'multipart/form-data; boundary=x' }, 415],
    [{ 'content-type': 'application/json' }, 415],
  ])('is refused with %j', async (headers, status) => {
    const form = await site.form('/contact');
    site.wait(20);
    const before = site.all().length;
    expect((await site.send(form, { text: 'From elsewhere' }, headers)).status).toBe(status);
    expect(site.all()).toHaveLength(before);
  });

  it.each([
    ['https://evil.example', 403],
    ['null', 403],
    ['http://localhost:3000', 303],
  ])('of a browser without Fetch Metadata from the origin %s is answered %d', async (origin, status) => {
    const { action, fields } = await site.form('/contact');
    site.wait(20);
    const answer = await site.server.ask(action, {
      method: 'POST',
      headers: { ...HTML, 'content-type': 'application/x-www-form-urlencoded', origin },
      body: new URLSearchParams({ ...fields, text: `By ${origin}` }).toString(),
    });
    expect(answer.status).toBe(status);
  });

  it('cannot be moved to another thing', async () => {
    const form = await site.form(reportAddress(ABOUT_NAME));
    site.wait(20);
    const answer = await site.send(form, { text: 'Moved', thing: `${BASE}id/musees/musée-d’été` });
    expect(answer.status).toBe(422);
    expect(site.all().some(({ text }) => text === 'Moved')).toBe(false);
  });

  it('that is too large is refused before it is read', async () => {
    const form = await site.form('/contact');
    expect((await site.send(form, { text: 'x'.repeat(600_000) })).status).toBe(413);
  });

  it('keeps the language that was chosen', async () => {
    const form = await site.form('/contact?lang=fr');
    expect(form.action).toBe('/contact?lang=fr');
    site.wait(20);
    const answer = await site.send(form, { text: 'Bonjour' });
    expect(answer.headers.location).toContain('lang=fr');
  });

  it('answers other methods and formats honestly', async () => {
    expect((await site.server.ask('/contact', { method: 'DELETE' })).status).toBe(405);
    expect((await page('/contact', { accept: 'text/turtle' })).status).toBe(406);
    expect((await site.server.ask('/contact', { method: 'OPTIONS' })).headers.allow).toContain('POST');
    expect((await page('/contribute/thanks?number=<b>')).status).toBe(404);
    expect((await site.server.ask('/contribute/thanks?number=k7m29qxb4dfh', { method: 'POST' })).status).toBe(
      405,
    );
  });

  it('filled with anything is answered, and what it kept is what was sent', async () => {
    const form = await site.form('/contact');
    site.wait(20);
    const anything = fc.string({ unit: 'binary', maxLength: 200 });
    const names = fc.constantFrom(
      'text',
      'name',
      'email',
      'seal',
      'verification',
      'thing',
      '__proto__',
      'lang',
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, anything), async (typed) => {
        const before = site.all().length;
        const answer = await site.send(form, typed);
        expect([303, 422]).toContain(answer.status);
        const after = site.all();
        if (answer.status === 422) {
          expect(after).toHaveLength(before);
          expect(answer.text).toContain('<form class="contribution"');
        } else expect(after.some(({ id }) => id === numberOf(answer))).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it('of any octets is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (octets) => {
        const { status } = await site.server.ask('/contribute/report', {
          method: 'POST',
          headers: { ...HTML, 'content-type': 'application/x-www-form-urlencoded' },
          body: Buffer.from(octets),
        });
        expect([400, 404, 422]).toContain(status);
      }),
      { numRuns: 60 },
    );
  });
});

describe('A flood', () => {
  it('is stopped politely: one network waits, nothing is lost, others go on', async () => {
    const flooded = await serveContributions({ bounds: { ...BOUNDS, perHour: 5 } }, () => ({
      limits: { concurrency: 100, rate: 100_000, trustedProxies: ['127.0.0.1'] },
    }));
    const send = async (text: string, from: string) => {
      const form = await flooded.form('/contact');
      flooded.wait(4);
      return flooded.send(form, { text }, { 'x-forwarded-for': from });
    };
    const answers = [];
    for (let at = 0; at < 30; at++) answers.push(await send(`Flood ${at}`, '2001:db8:1:2::1'));
    expect(answers.map(({ status }) => status)).toEqual([...Array(5).fill(303), ...Array(25).fill(429)]);
    const refused = answers[29];
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(3000);
    expect(formOf(refused?.text ?? '').fields['text']).toBe('Flood 29');
    expect((await send('The same network', '2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await send('Another network', '2001:db8:1:3::1')).status).toBe(303);
    expect(flooded.all()).toHaveLength(6);
    await flooded.close();
  });

  it('that fills what waits for moderators is told so, and pages stay', async () => {
    const full = await serveContributions({ bounds: { ...MANY, pending: 1 } });
    const send = async (text: string) => {
      const form = await full.form('/contact');
      full.wait(4);
      return full.send(form, { text });
    };
    expect((await send('One')).status).toBe(303);
    const refused = await send('Two');
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBeDefined();
    expect(formOf(refused.text).fields['text']).toBe('Two');
    expect((await full.server.ask('/doc/musees/M1', { headers: HTML })).status).toBe(200);
    await full.close();
  });
});

describe('A site', () => {
  it('whose file is damaged serves its data, and says that forms are closed', async () => {
    const noted: string[] = [];
    const damaged = await serveContributions(
      { log: (event) => void noted.push(event) },
      () => ({}),
      (file) => writeFileSync(file, 'nothing that SQLite knows '.repeat(400)),
    );
    const form = await damaged.server.ask('/contact', { headers: HTML });
    expect(form.status).toBe(503);
    expect(form.headers['retry-after']).toBeDefined();
    expect(form.text).toContain('Forms are closed for now');
    expect((await damaged.server.ask('/contributions', { headers: HTML })).status).toBe(503);
    expect((await damaged.server.ask('/doc/musees/M1', { headers: HTML })).status).toBe(200);
    expect(noted).toContain('contributions unusable');
    await damaged.close();
  });

  it('that takes none has no such pages, and no links to them', async () => {
    const closed = await serveContributions({}, () => ({ contributions: undefined }) as never);
    const get = (address: string) => closed.server.ask(address, { headers: HTML });
    for (const address of [reportAddress(), '/contribute/reuse?dataset=musees', '/contributions'])
      expect((await get(address)).status).toBe(404);
    expect((await get('/doc/musees/M1')).text).not.toContain('/contribute/');
    const contact = await get('/contact');
    expect(contact.status).toBe(200);
    expect(contact.text).not.toContain('<form class="contribution"');
    await closed.close();
  });
});
