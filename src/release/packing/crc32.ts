const POLYNOMIAL = 0xedb88320;
const ONE = 0x80000000;

/** The product of two polynomials modulo that of CRC-32, bits reversed. */
function times(left: number, right: number): number {
  let [product, factor] = [0, right];
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if (left & bit) product ^= factor;
    factor = factor & 1 ? (factor >>> 1) ^ POLYNOMIAL : factor >>> 1;
  }
  return product >>> 0;
}

/** x to the power of eight times a number. */
function shift(bytes: number): number {
  let [power, square] = [ONE, 0x00800000];
  for (let left = bytes; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = times(square, power);
    square = times(square, square);
  }
  return power;
}

/** CRC-32 of two texts after each other, from those of each; the second is so many bytes long. */
export const joinedCrc32 = (first: number, second: number, bytes: number): number =>
  (times(shift(bytes), first) ^ second) >>> 0;
