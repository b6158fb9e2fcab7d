import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BookOptions, openDesk, ServedBook } from '../../src/contributions/index.ts';
import type { AppContext } from '../../src/http/index.ts';
import type { ModeratedContribution, Verdict } from '../../src/model/index.ts';
import { BASE, type Fixture, writeFixture } from './fixture-release.ts';
import { type Answer, type Loopback, listen } from './loopback.ts';
import { appOf, scriptedStore } from './sparql-site.ts';

export const MUSEUM = `${BASE}id/musees/M1`;
export const NAME = 'http://schema.org/name';
export const LOUVRE = '"Musée <b>du</b> Louvre"@fr';

/** A form as a page shows it: where it goes, and what stands in it. */
export interface ShownForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A site that takes contributions, whose clock is moved by hand. */
export interface ContributionSite {
  readonly server: Loopback;
  readonly file: string;
  readonly book: ServedBook;
  /** Moves the clock. */
  wait(seconds: number): void;
  /** Opens a page and reads its form. */
  form(address: string): Promise<ShownForm>;
  /** Sends a form as a browser does. */
  send(
    form: ShownForm,
    typed?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  decide(id: string, verdict: Verdict): void;
  all(): readonly ModeratedContribution[];
  close(): Promise<void>;
}

export async function serveContributions(
  options: BookOptions = {},
  more: (fixture: Fixture) => Partial<AppContext> = () => ({}),
  prepare: (file: string) => void = () => undefined,
): Promise<ContributionSite> {
  const fixture = await writeFixture();
  const folder = mkdtempSync(join(tmpdir(), 'cimaise-contributions-'));
  const file = join(folder, 'contributions.sqlite');
  prepare(file);
  let now = Date.UTC(2026, 10, 23, 10);
  const book = new ServedBook(file, { now: () => now, ...options });
  const store = scriptedStore(() => Promise.reject(new Error('The store was asked.')));
  const app = appOf(fixture, store, { contributions: book, cacheBytes: 1 << 20, ...more(fixture) });
  const server = await listen(app);
  const desk = <T>(work: (open: NonNullable<ReturnType<typeof openDesk>>) => T): T | undefined => {
    const open = openDesk(file);
    try {
      return open && work(open);
    } finally {
      open?.close();
    }
  };
  return {
    server,
    file,
    book,
    wait: (seconds) => {
      now += seconds * 1000;
    },
    form: async (address) => formOf((await server.ask(address, { headers: HTML })).text),
    send: ({ action, fields }, typed = {}, headers = {}) =>
      server.ask(action, {
        method: 'POST',
        headers: { ...HTML, ...FORM, ...headers },
        body: new URLSearchParams({ ...fields, ...typed }).toString(),
      }),
    decide: (id, verdict) => void desk((open) => open.decide(id, verdict)),
    all: () => desk((open) => [...open.all()]) ?? [],
    async close() {
      await server.close();
      book.close();
      await fixture.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const HTML = { accept: 'text/html', 'accept-language': 'en' };
export const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

/** Reads the form of a page: hidden and shown fields with what they hold. */
export function formOf(page: string): ShownForm {
  const form = /<form class="contribution"[^>]* action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(page);
  const inside = form?.[2] ?? '';
  const inputs = [...inside.matchAll(/<input([^>]*)>/g)].map(([, attributes = '']) => [
    attributeOf(attributes, 'name'),
    attributeOf(attributes, 'value'),
  ]);
  const areas = [...inside.matchAll(/<textarea([^>]*)>\n?([\s\S]*?)<\/textarea>/g)].map(
    ([, attributes = '', text = '']) => [attributeOf(attributes, 'name'), unescaped(text)],
  );
  return { action: unescaped(form?.[1] ?? ''), fields: Object.fromEntries([...inputs, ...areas]) };
}

const attributeOf = (attributes: string, name: string): string =>
  unescaped(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** The number that an answer leads on to. */
export const numberOf = ({ headers }: Answer): string =>
  new URL(headers.location ?? '', BASE).searchParams.get('number') ?? '';

/** Address of the form about a statement of the museum. */
export const reportAddress = (parameters: Readonly<Record<string, string>> = {}): string =>
  `/contribute/report?${new URLSearchParams({ thing: MUSEUM, ...parameters })}`;

export const ABOUT_NAME = { subject: MUSEUM, property: NAME, value: LOUVRE };
