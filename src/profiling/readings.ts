import { FUNCTION_PREFIXES, findFunction } from '../mapping/index.ts';

/**
 * Values are read by the functions that a mapping will call: what is proposed was tried. A reading gives undefined
 * where the function would note a fault.
 */
const reading = (name: string): ((value: string) => string | undefined) => {
  const known = findFunction(`${FUNCTION_PREFIXES['cim']}${name}`);
  if (known === undefined) throw new RangeError(`There is no function cim:${name}.`);
  return (value) => known.run([[value]], SILENT)[0];
};

const SILENT = { note: () => {}, vocabulary: () => undefined };

const memo = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** Functions are looked for when they are first needed: an import starts no work. */
const lazy = (name: string): ((value: string) => string | undefined) => {
  const read = memo(() => reading(name));
  return (value) => read()(value);
};

export const isoDate = lazy('isoDate');
export const edtf = lazy('edtf');
export const webAddress = lazy('webAddress');
export const inseeCode = lazy('inseeCode');
export const museofileId = lazy('museofileId');
export const jocondeId = lazy('jocondeId');
export const merimeeId = lazy('merimeeId');
export const palissyId = lazy('palissyId');

const splitFunction = memo(() => findFunction(`${FUNCTION_PREFIXES['cim']}split`));
const projection = memo(() => findFunction(`${FUNCTION_PREFIXES['cim']}toWgs84`));

/** The values of a cell, as `cim:split` cuts it. */
export const splitCell = (cell: string, separator: string): readonly string[] =>
  splitFunction()?.run([[cell], [separator]], SILENT) ?? [cell];

/** Degrees of a point in a projection, as `cim:toWgs84` gives them; undefined outside the projection's own area. */
export function degreesOf(x: string, y: string, epsg: string): readonly [number, number] | undefined {
  const [found] = projection()?.run([[x], [y], [epsg], ['quiet']], SILENT) ?? [];
  const [latitude, longitude] = found?.split(',').map(Number) ?? [];
  return latitude === undefined || longitude === undefined ? undefined : [latitude, longitude];
}
