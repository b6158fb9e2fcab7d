/** A process that owns a native store and never closes it: what becomes of its children when it ends? */
import { createNativeStore } from '../../src/store/index.ts';

const [program = '', dump = '', folder = ''] = process.argv.slice(2);
const limits = { milliseconds: 5000, resultBytes: 1000, resultRows: 100, queue: 1 };
createNativeStore({ program, dumps: [dump], base: 'http://localhost/', folder, key: 'k', limits });
process.stdin.once('data', () => {
  throw new Error('The end.');
});
