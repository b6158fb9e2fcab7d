import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Gatherer, watchFiles } from '../../../src/preview/watch.ts';
import { temporaryFolders } from '../release/folders.ts';

describe('What comes together', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function gathered() {
    const told: (readonly string[])[] = [];
    return { told, gatherer: new Gatherer((paths) => told.push(paths)) };
  }

  it('is told together once it is quiet, each path once', () => {
    const { told, gatherer } = gathered();
    for (const path of ['a', 'b', 'a']) {
      gatherer.add(path);
      jest.advanceTimersByTime(20);
    }
    expect(told).toEqual([]);
    jest.advanceTimersByTime(60);
    expect(told).toEqual([['a', 'b']]);
  });

  it('is told even where it does not become quiet', () => {
    const { told, gatherer } = gathered();
    for (let at = 0; at < 100; at++) {
      gatherer.add('a');
      jest.advanceTimersByTime(10);
    }
    expect(told.length).toBeGreaterThanOrEqual(2);
  });

  it('is told again when it comes again, and not at all once nobody listens', () => {
    const { told, gatherer } = gathered();
    gatherer.add('a');
    jest.advanceTimersByTime(100);
    gatherer.add('b');
    jest.advanceTimersByTime(100);
    gatherer.add('c');
    gatherer.close();
    jest.advanceTimersByTime(1000);
    expect(told).toEqual([['a'], ['b']]);
  });
});

describe('Watched files', () => {
  const folder = temporaryFolders();

  it('tell what is saved, aside and renamed too, by its path in the project; traces of editors are none', async () => {
    const root = folder();
    mkdirSync(join(root, 'data', 'places'), { recursive: true });
    mkdirSync(join(root, 'shapes'));
    const mapping = join(root, 'data', 'places', 'mapping.yml');
    writeFileSync(mapping, 'mappings: {}\n');
    const told = new Set<string>();
    const files = await watchFiles(root, (paths) => paths.forEach((path) => void told.add(path)));
    const until = async (path: string) => {
      while (!told.has(path)) await sleep(20);
    };
    try {
      writeFileSync(join(root, 'data', 'places', '.mapping.yml.swp'), '');
      writeFileSync(`${mapping}~`, '');
      writeFileSync(mapping, 'mappings: { a: {} }\n');
      await until('data/places/mapping.yml');
      told.clear();
      writeFileSync(`${mapping}.tmp`, 'mappings: { b: {} }\n');
      renameSync(`${mapping}.tmp`, mapping);
      await until('data/places/mapping.yml');
      writeFileSync(join(root, 'shapes', 'new.ttl'), '');
      await until('shapes/new.ttl');
      expect([...told].filter((path) => /~$|\.swp$|\.tmp$/.test(path))).toEqual([]);
    } finally {
      await files.close();
    }
  });
});
