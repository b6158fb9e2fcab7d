import type { StatementOrigin, ThingOrigin } from '../model/index.ts';
import { type RDF, rdf } from '../rdf/index.ts';
import { dateText } from './dates.ts';
import { pageAddress } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor, type Reading, readableLocalName, termTitle } from './links.ts';
import { apiAddress, reportAddress, type ThingStatement } from './origin-addresses.ts';
import { keyOf, originKey } from './origin-keys.ts';
import { originWords } from './origin-words.ts';
import { ORIGIN } from './texts/origin-texts.ts';
import { filled } from './texts/table.ts';
import { THING } from './texts/thing-texts.ts';
import { shortened, withoutDirectionControls } from './typography.ts';

/** What a page knows of where the statements of its thing come from. */
export interface PageOrigin {
  readonly thing: string;
  /** Absent: no mapping made it. */
  readonly origin?: ThingOrigin | undefined;
  /** ISO 8601: when its statements last changed. */
  readonly changed?: string | undefined;
  /** Whether reports of errors are taken. */
  readonly takesReports: boolean;
  /** Characters of markup that origins may take: beyond, those of the other values are told by the JSON only. */
  readonly room: number;
}

/** Origins told in one place. */
const MOST_GROUPS = 12;
/** Values of one property that have a link each to be reported by. */
const MOST_REPORTED = 6;

/** Statements with the same origin. */
interface Group {
  readonly origin: StatementOrigin | undefined;
  readonly statements: readonly ThingStatement[];
}

/** Writes where the statements of one page come from, and remembers which it told. */
export class OriginWriter {
  readonly #page: PageOrigin;
  readonly #reading: Reading;
  readonly #found = new Map<string, StatementOrigin | undefined>();
  readonly #told = new Set<string>();
  readonly #titles = new Map<string, string>();
  #left: number;

  constructor(page: PageOrigin, reading: Reading) {
    this.#page = page;
    this.#reading = reading;
    this.#left = page.room;
  }

  /** Whether values were left out because the page would have become too long. */
  get isFull(): boolean {
    return this.#left <= 0;
  }

  isTold = (statement: ThingStatement): boolean => this.#told.has(keyOf(statement));

  /** Whether all have one origin. */
  isOne(statements: readonly ThingStatement[]): boolean {
    return this.#page.origin === undefined || this.#groups(statements).length < 2;
  }

  /** In place, for values that stand beside it. */
  details(statements: readonly ThingStatement[]): Html | undefined {
    if (this.#page.origin === undefined || statements.length === 0) return undefined;
    for (const one of statements) this.#told.add(keyOf(one));
    if (this.isFull) return undefined;
    const { language } = this.#reading.frame;
    const about = withoutDirectionControls(shortened(this.#aboutText(statements), 120));
    const written = html`<details class="origin"><summary>${ORIGIN.whence[language]}<span class="unseen"> ${about}</span></summary><div>${this.#groupsText(
      this.#groups(statements),
    )}<p>${this.#dateText()}${this.#reports(statements)}</p></div></details>`;
    this.#left -= written.toString().length;
    return written;
  }

  /** For what stands at the top of the page, and for the thing as a whole. */
  summary(others: readonly ThingStatement[], isOntology: boolean): Html {
    const { frame } = this.#reading;
    const { language } = frame;
    const { origin, thing, takesReports } = this.#page;
    for (const one of others) this.#told.add(keyOf(one));
    const report =
      takesReports &&
      html` ${anchor(pageAddress(frame, reportAddress({ thing })), ORIGIN.reportThing[language])}`;
    const nothing = isOntology ? ORIGIN.ontology : ORIGIN.noMapping;
    const told = origin
      ? html`${this.#groupsText(this.#groups(others), true)}<p>${this.#dateText()}${this.#releaseText()} ${anchor(apiAddress({ thing }), ORIGIN.asJson[language])}.${report}</p>`
      : html`<p>${nothing[language]} ${this.#releaseText()}${report}</p>`;
    return html`<details class="origin whole"><summary>${ORIGIN.wholeWhence[language]}</summary><div>${told}</div></details>`;
  }

  /** Where the page was full. */
  note(): Html | undefined {
    return this.isFull ? this.#elsewhere() : undefined;
  }

  #elsewhere(): Html {
    const { language } = this.#reading.frame;
    const { thing } = this.#page;
    return html`<p class="note">${ORIGIN.untold[language]}${anchor(apiAddress({ thing }), 'JSON')}.</p>`;
  }

  #groups(statements: readonly ThingStatement[]): readonly Group[] {
    const groups = new Map<string, { origin: StatementOrigin | undefined; statements: ThingStatement[] }>();
    for (const one of statements) {
      const found = this.#originOf(one);
      const key = originKey(found);
      const known = groups.get(key);
      if (known) known.statements.push(one);
      else groups.set(key, { origin: found, statements: [one] });
    }
    return [...groups.values()];
  }

  #originOf(statement: ThingStatement): StatementOrigin | undefined {
    const key = keyOf(statement);
    if (!this.#found.has(key)) this.#found.set(key, this.#page.origin?.statement(statement));
    return this.#found.get(key);
  }

  /** What a group is of is said where there are several. */
  #groupsText(groups: readonly Group[], isNamed = groups.length > 1): Fragment {
    const told = groups.slice(0, MOST_GROUPS).map(({ origin, statements }) => {
      const name = isNamed && html`<b>${this.#names(statements)}</b><br>\n`;
      const words = origin
        ? originWords(origin, this.#reading.frame)
        : ORIGIN.platform[this.#reading.frame.language];
      return html`<p>${name}${words}</p>`;
    });
    return [told, groups.length > MOST_GROUPS && this.#elsewhere()];
  }

  #names(statements: readonly ThingStatement[]): Fragment {
    return interspersed([...new Set(statements.map(({ property }) => this.#title(property)))], ', ');
  }

  #title(property: string): string {
    const { language } = this.#reading.frame;
    const known =
      this.#titles.get(property) ??
      (property === rdf.type ? THING.nature[language] : termTitle(property, this.#reading));
    this.#titles.set(property, known);
    return known;
  }

  #aboutText(statements: readonly ThingStatement[]): string {
    const names = [...new Set(statements.map(({ property }) => this.#title(property)))].join(', ');
    const [first] = statements;
    const colon = this.#reading.frame.language === 'fr' ? '\u00a0: ' : ': ';
    return statements.length === 1 && first ? `${names}${colon}${this.#valueText(first.value)}` : names;
  }

  #valueText(value: RDF.Term): string {
    if (value.termType === 'Literal') return value.value;
    const { label, terms, frame } = this.#reading;
    return (
      label(value.value) ?? terms.find(value.value)?.label[frame.language] ?? readableLocalName(value.value)
    );
  }

  #dateText(): Fragment {
    const { language } = this.#reading.frame;
    const date = dateText((this.#page.changed ?? '').slice(0, 10), language);
    return date !== undefined && `${filled(ORIGIN.unchanged, language, { date })} `;
  }

  #releaseText(): string {
    const { language, release } = this.#reading.frame;
    return filled(ORIGIN.shownRelease, language, { id: release.id });
  }

  #reports(statements: readonly ThingStatement[]): Fragment {
    const [first, ...others] = statements;
    if (!this.#page.takesReports || !first) return undefined;
    const { language } = this.#reading.frame;
    if (others.length === 0) return this.#report(first, ORIGIN.report[language]);
    if (statements.length > MOST_REPORTED) {
      const { value: _, ...all } = first;
      return this.#report(all, ORIGIN.reportAll[language]);
    }
    const links = statements.map((one) =>
      this.#report(one, withoutDirectionControls(shortened(this.#valueText(one.value), 40))),
    );
    return html`${ORIGIN.reportOneOf[language]}${interspersed(links, ' · ')}`;
  }

  #report(asked: Omit<ThingStatement, 'value'> & { readonly value?: RDF.Term }, text: string): Html {
    const { thing } = this.#page;
    return anchor(pageAddress(this.#reading.frame, reportAddress({ thing, ...asked })), text);
  }
}
