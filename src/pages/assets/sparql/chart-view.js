// @ts-check
import { element, say, shortened, svg } from '../common/element.js';
import { isTime, momentOf, ticks } from './series.js';

const MOST_BARS = 60;

/**
 * A number for each name: bars, or a line where the names are moments.
 * @param {{ variables: string[], rows: any[], label: (row: any, name: string) => string | undefined }} table
 * @param {{ names: string[], numbers: string[], name: string, value: string }} series what `seriesOf` found in it
 * @param {{ cells: any, texts: Record<string, string> }} desk
 */
export function chartView(table, series, { cells, texts }) {
  const chosen = {
    name: series.name,
    value: series.value,
    shape: isTime(table.rows, series.name) ? 'line' : 'bars',
  };
  const place = element('figure', { class: 'chart' });
  const choice = (key, text, options) =>
    element(
      'label',
      {},
      `${text} `,
      element(
        'select',
        {
          onchange: (event) => {
            chosen[key] = event.target.value;
            draw();
          },
        },
        ...options.map(([value, shown]) =>
          element('option', { value, selected: value === chosen[key] }, shown),
        ),
      ),
    );
  const same = (names) => names.map((name) => [name, name]);

  function draw() {
    const points = table.rows
      .filter((row) => row[chosen.name] !== undefined && row[chosen.value] !== undefined)
      .map((row) => ({
        name: cells.words(row[chosen.name], table.label(row, chosen.name)),
        moment: momentOf(row[chosen.name]),
        value: Number(row[chosen.value].value),
        shown: cells.words(row[chosen.value]),
      }))
      .filter(({ value }) => Number.isFinite(value));
    const isLine = chosen.shape === 'line' && isTime(table.rows, chosen.name);
    const label = say(texts.chartLabel, { value: chosen.value, name: chosen.name });
    const picture = isLine
      ? line(points, label, cells)
      : bars(points.slice(0, MOST_BARS), label, place.clientWidth || 900);
    const left = isLine ? 0 : Math.max(0, points.length - MOST_BARS);
    place.replaceChildren(
      picture,
      element(
        'figcaption',
        { class: 'soft small' },
        `${label}. `,
        left > 0 &&
          say(texts.chartLeft, { shown: cells.number(MOST_BARS), count: cells.number(points.length) }),
      ),
    );
  }

  const shapes = [
    ['bars', texts.bars],
    ['line', texts.line],
  ];
  const view = element(
    'div',
    {},
    element(
      'p',
      { class: 'choices' },
      choice('value', texts.chartValue, same(series.numbers)),
      choice('name', texts.chartName, same(series.names)),
      series.names.some((name) => isTime(table.rows, name)) && choice('shape', texts.chartShape, shapes),
    ),
    place,
  );
  return { view, drawn: draw };
}

const ROW = 26;

/** Horizontal bars: names stay readable however long they are. */
function bars(points, label, width) {
  const isNarrow = width < 520;
  const row = isNarrow ? ROW * 1.7 : ROW;
  const side = isNarrow ? 0 : Math.min(width * 0.36, 300);
  const room = width - side - 74;
  const most = Math.max(0, ...points.map(({ value }) => value));
  const least = Math.min(0, ...points.map(({ value }) => value));
  const at = (value) => side + ((value - least) / (most - least || 1)) * room;
  const entry = ({ name, value, shown }, index) => {
    const top = index * row;
    const middle = isNarrow ? top + row * 0.72 : top + row / 2;
    const [from, to] = [at(Math.min(0, value)), at(Math.max(0, value))];
    return svg(
      'g',
      { class: 'bar' },
      svg('title', {}, `${name} : ${shown}`),
      svg(
        'text',
        {
          class: 'name',
          x: isNarrow ? 0 : side - 10,
          y: isNarrow ? top + 13 : middle + 5,
          'text-anchor': isNarrow ? 'start' : 'end',
        },
        shortened(name, Math.floor((isNarrow ? width : side) / 7.6)),
      ),
      svg('rect', { x: from, y: middle - 7, width: Math.max(1, to - from), height: 14 }),
      svg('text', { class: 'value', x: to + 7, y: middle + 5 }, shown),
    );
  };
  const height = points.length * row + 4;
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width: '100%', role: 'img', 'aria-label': label },
    ...points.map(entry),
  );
}

const [WIDE, HIGH, LEFT, BELOW] = [900, 360, 64, 34];

function line(points, label, cells) {
  const sorted = points.toSorted((a, b) => a.moment - b.moment);
  const moments = sorted.map(({ moment }) => moment);
  const values = sorted.map(({ value }) => value);
  const [first = 0, last = 1] = [moments[0], moments.at(-1)];
  const levels = ticks(Math.min(0, ...values), Math.max(...values), 5);
  const [low, high] = [levels[0] ?? 0, levels.at(-1) ?? 1];
  const x = (moment) => LEFT + ((moment - first) / (last - first || 1)) * (WIDE - LEFT - 20);
  const y = (value) => HIGH - BELOW - ((value - low) / (high - low || 1)) * (HIGH - BELOW - 12);
  const years = ticks(first, last, 7).filter((one) => Number.isInteger(one) && one >= first && one <= last);
  const path = sorted
    .map(
      ({ moment, value }, index) =>
        `${index === 0 ? 'M' : 'L'}${x(moment).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('');
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDE} ${HIGH}`, width: '100%', role: 'img', 'aria-label': label },
    ...levels.map((level) =>
      svg(
        'g',
        { class: 'level' },
        svg('path', { d: `M${LEFT} ${y(level)}H${WIDE - 10}` }),
        svg('text', { x: LEFT - 8, y: y(level) + 5, 'text-anchor': 'end' }, cells.number(level)),
      ),
    ),
    ...years.map((year) =>
      svg('text', { class: 'moment', x: x(year), y: HIGH - 10, 'text-anchor': 'middle' }, String(year)),
    ),
    svg('path', { class: 'curve', d: path }),
    ...(sorted.length > 200
      ? []
      : sorted.map(({ name, moment, value, shown }) =>
          svg('circle', { cx: x(moment), cy: y(value), r: 4 }, svg('title', {}, `${name} : ${shown}`)),
        )),
  );
}
