import { edtf, geo, type RDF, rdf, xsd } from '../rdf/index.ts';
import { dateText } from './dates.ts';
import { type Fragment, type Html, html, safeAddress } from './html.ts';
import { anchor, type Reading, readableLocalName } from './links.ts';
import { pointOf } from './said-places.ts';
import { filled } from './texts/table.ts';
import { THING } from './texts/thing-texts.ts';
import { edtfText } from './time-spans.ts';
import { coordinatesText, numberText, shortened, withoutDirectionControls } from './typography.ts';

/** Beyond so many characters a text is shortened, and the page says so. */
const LONGEST_TEXT = 2000;

/** What literals are shown with: the reader, and where the whole text is. */
export interface LiteralReading {
  readonly frame: Reading['frame'];
  /** Address of the description in Turtle, for what is too long for a page. */
  readonly turtle?: string;
}

type Writer = (lexical: string, reading: LiteralReading) => Fragment;

const number: Writer = (lexical, { frame }) =>
  html`<span class="number">${withoutDirectionControls(numberText(lexical, frame.language))}</span>`;
const date: Writer = (lexical, { frame }) => {
  const words = dateText(lexical, frame.language);
  return words === undefined ? plain(lexical) : html`<time datetime="${lexical}">${words}</time>`;
};

/** One row a datatype: how its lexical forms are shown. Lexical forms that make no sense are shown as they are. */
const WRITERS: Readonly<Record<string, Writer>> = {
  [xsd.integer]: number,
  [xsd.nonNegativeInteger]: number,
  [xsd.decimal]: number,
  [xsd.double]: number,
  [xsd.date]: date,
  [xsd.dateTime]: date,
  [xsd.gYear]: date,
  [xsd.gYearMonth]: date,
  [xsd.boolean]: (lexical, { frame }) => truth(lexical)?.[frame.language] ?? plain(lexical),
  [xsd.anyURI]: (lexical) => anchor(safeAddress(lexical), withoutDirectionControls(shortened(lexical, 80))),
  [edtf.EDTF]: (lexical, { frame }) =>
    html`${edtfText(lexical, frame.language)} <span class="soft">EDTF <code>${withoutDirectionControls(shortened(lexical, 60))}</code></span>`,
  [geo.wktLiteral]: (lexical, reading) => geometry(lexical, reading),
};

/** A literal for people: numbers and dates in the reader's way, texts isolated, shortened when they are too long. */
export function literalFragment(literal: RDF.Literal, reading: LiteralReading): Html {
  const { value, language, datatype } = literal;
  if (value.length > LONGEST_TEXT) return longText(value, language, reading);
  const writer = WRITERS[datatype.value];
  if (writer) return html`${writer(value, reading)}`;
  const ordinary = datatype.value === xsd.string || datatype.value === rdf.langString;
  return html`${plain(value, language)}${!ordinary && html` <span class="soft small">${readableLocalName(datatype.value)}</span>`}`;
}

/** A text whose direction stays its own, with its language where it has one. */
export function plain(text: string, language = ''): Html {
  return language === ''
    ? html`<bdi>${withoutDirectionControls(text)}</bdi>`
    : html`<span lang="${language}" dir="auto">${withoutDirectionControls(text)}</span>`;
}

function longText(value: string, tag: string, { frame, turtle }: LiteralReading): Html {
  const { language } = frame;
  const count = numberText(value.length, language);
  const note =
    turtle === undefined
      ? filled(THING.cutShort, language, { count })
      : html`${filled(THING.cut, language, { count })}${anchor(turtle, 'Turtle')}.`;
  return html`${plain(shortened(value, LONGEST_TEXT), tag)} <span class="note">${note}</span>`;
}

function geometry(lexical: string, { frame }: LiteralReading): Html {
  const { language } = frame;
  const point = pointOf('', { value: lexical } as RDF.Literal);
  const summary = point
    ? coordinatesText(point.latitude, point.longitude, language)
    : THING.geometry[language];
  return html`<details class="fold"><summary>${summary}</summary><code class="iri">${withoutDirectionControls(lexical)}</code></details>`;
}

const truth = (lexical: string) =>
  ({ true: THING.yes, '1': THING.yes, false: THING.no, '0': THING.no })[lexical];
