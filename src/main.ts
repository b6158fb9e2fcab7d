#!/usr/bin/env node
import { run } from './cli/index.ts';
import { messageLanguage, parseSettings } from './settings.ts';

process.exitCode = await run({
  argv: process.argv,
  settings: () => parseSettings(process.env, process.cwd()),
  language: messageLanguage(process.env),
  streams: { out: process.stdout, err: process.stderr },
});
