#!/usr/bin/env node
import { run } from './cli/index.ts';
import { parseSettings } from './settings.ts';

process.exitCode = await run(process.argv, () => parseSettings(process.env, process.cwd()));
