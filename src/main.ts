#!/usr/bin/env node
import { messageLanguage, parseSettings } from './settings.ts';

const NEEDED = [22, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  const here = process.versions.node;
  const sentence = {
    fr: `Cimaise demande Node ${NEEDED.join('.')} ou plus récent ; ceci est Node ${here}. Relancez npm install en permettant au paquet « node » son script d’installation (npm install-scripts approve node).`,
    en: `Cimaise needs Node ${NEEDED.join('.')} or later; this is Node ${here}. Run npm install again, allowing the package “node” its install script (npm install-scripts approve node).`,
  };
  process.stderr.write(`${sentence[messageLanguage(process.env)]}\n`);
  process.exitCode = 2;
} else {
  // In the folder of the package, where only those write who may write the program.
  const { enableCompileCache } = await import('node:module');
  const compiled = `${import.meta.dirname}/../node_modules/.cache/cimaise`;
  enableCompileCache(compiled);
  // Threads and child processes learn of it from the environment.
  process.env['NODE_COMPILE_CACHE'] ??= compiled;
  // Loaded only now: an older Node would fail on what it imports, with a trace instead of a sentence.
  const { run } = await import('./cli/index.ts');
  process.exitCode = await run({
    argv: process.argv,
    settings: (project) => parseSettings(process.env, process.cwd(), project),
    language: messageLanguage(process.env),
    streams: { out: process.stdout, err: process.stderr },
  });
}
