import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { copyOfWorld, REPOSITORY, scratch } from './command-line.ts';

jest.setTimeout(300_000);

/** A file system of its own in memory, seen by one shell only: no root is needed where user namespaces are allowed. */
const ISOLATED = ['--user', '--map-root-user', '--mount'];
const canMount =
  spawnSync('unshare', [...ISOLATED, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }).status ===
  0;
const disk = canMount ? describe : describe.skip;

/** Runs a script with `$RELEASES`, `$WORLD`, `cimaise`, and `disk <kilobytes>`, which makes or resizes the disk. */
function onSmallDisk(script: string): string {
  const releases = join(scratch(), 'releases');
  mkdirSync(releases);
  const head = `
    cimaise() { "${process.execPath}" "${join(REPOSITORY, 'src/main.ts')}" "$@" 2>&1; echo "exit $?"; }
    disk() { mount -o "remount,size=$1k" tmpfs "$CIMAISE_RELEASES" || echo "no disk"; }
    mount -t tmpfs -o size=8m tmpfs "$CIMAISE_RELEASES" || exit 99
    cd "$WORLD"
    source=data/places/source/places.csv
  `;
  const { stdout, status } = spawnSync('unshare', [...ISOLATED, 'sh', '-c', head + script], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CIMAISE_LANGUAGE: 'en',
      CIMAISE_RELEASES: releases,
      WORLD: copyOfWorld('a-small-world'),
    },
  });
  expect(status).toBe(0);
  return stdout;
}

const GROW = `i=0; while [ $i -lt 2000 ]; do echo "Q$i;Lieu dit $i;castle;48.$i;2.$i"; i=$((i + 1)); done >> $source`;

disk('A disk that fills up', () => {
  it('ends the build with a sentence; the release stays whole, and a larger disk is all that it takes', () => {
    const out = onSmallDisk(`
      cimaise build > /dev/null
      ${GROW}
      used=$(du -sk "$CIMAISE_RELEASES" | cut -f1)
      disk $((used + 120))
      echo "-- full"; cimaise build
      ls -A "$CIMAISE_RELEASES"
      echo "-- verified"; cimaise releases verify
      disk 65536
      echo "-- larger"; cimaise build
      echo "-- at last"; cimaise releases verify --all
    `);
    const [, full = '', verified = '', larger = '', last = ''] = out.split(/^-- .*$/m);
    expect(full).toContain('The disk is full: make room and try again');
    expect(full).toContain('exit 2');
    expect(full).not.toMatch(/^\.draft/m);
    expect(verified).toMatch(/\.1: whole .*\nexit 0/);
    expect(larger).toMatch(/Release \S+\.2: .*\nexit 0/);
    expect(last.match(/\.[12]: whole/g)?.length).toBe(2);
    expect(last).toContain('exit 0');
  });

  it('at whatever step: the release that is served is always whole', () => {
    const out = onSmallDisk(`
      cimaise build > /dev/null
      ${GROW}
      used=$(du -sk "$CIMAISE_RELEASES" | cut -f1)
      for more in 40 200 400; do
        disk $((used + more))
        cimaise build | tail -n 2 | head -n 1
        cimaise releases verify
      done
    `);
    expect(out.match(/whole/g)?.length).toBe(3);
    expect(out).not.toContain('Unexpected error');
  });
});
