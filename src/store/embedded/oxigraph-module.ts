import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type Oxigraph = typeof import('oxigraph');

/** What of the package's WebAssembly instance makes up a store: its memory, and what that refers to outside. */
export interface Insides {
  readonly memory: WebAssembly.Memory;
  /** JavaScript values that the memory refers to by number. */
  readonly externrefs: WebAssembly.Table;
}

/** An instance of the package of its own. */
export interface OpenedOxigraph {
  readonly Store: Oxigraph['Store'];
  readonly namedNode: Oxigraph['namedNode'];
  /** Undefined when a version of the package keeps them elsewhere. */
  readonly insides: Insides | undefined;
}

const require = createRequire(import.meta.url);

/** The files of the package that decide what its memory means. */
export function oxigraphFiles(): readonly string[] {
  const glue = require.resolve('oxigraph');
  return [glue, join(dirname(glue), 'node_bg.wasm')];
}

/**
 * Loads the package anew. Its instance is reached by standing in for `WebAssembly.Instance` while it is evaluated: it
 * exports no other way to its memory.
 */
export function openOxigraph(): OpenedOxigraph {
  const caught: WebAssembly.Instance[] = [];
  const { Instance } = WebAssembly;
  class CaughtInstance extends Instance {
    constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
      super(module, imports);
      caught.push(this);
    }
  }
  delete require.cache[require.resolve('oxigraph')];
  try {
    WebAssembly.Instance = CaughtInstance;
    const { Store, namedNode } = require('oxigraph') as Oxigraph;
    return { Store, namedNode, insides: insidesOf(caught) };
  } finally {
    WebAssembly.Instance = Instance;
  }
}

function insidesOf([instance]: readonly WebAssembly.Instance[]): Insides | undefined {
  const { memory, __wbindgen_externrefs: externrefs } = instance?.exports ?? {};
  return memory instanceof WebAssembly.Memory && externrefs instanceof WebAssembly.Table
    ? { memory, externrefs }
    : undefined;
}
