/** A process that runs a program under guard, and tells its number. */
import { spawnGuarded } from '../../../../src/store/native/guarded-child.ts';

const [program = '', ...args] = process.argv.slice(2);
const child = spawnGuarded(program, args);
process.stdout.write(`${child.pid}\n`);
await child.ended;
