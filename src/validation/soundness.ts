import { Fault } from '../model/index.ts';
import { parseTurtle, type RDF, rdf, rdfs, sh, xsd } from '../rdf/index.ts';
import { createEngine, type Engine } from './engine.ts';
import { findInGraph } from './find-in-graph.ts';
import { ShapeGraph } from './shape-graph.ts';
import { SOUNDNESS_CASES, type SoundnessCase } from './soundness-cases.ts';

/** The engine answers known questions wrongly: nothing may be published on its word. */
export class UnsoundEngine extends Fault {
  /** The claims that do not hold. */
  readonly claims: readonly string[];

  constructor(claims: readonly string[]) {
    super(
      {
        fr: `Le moteur SHACL répond mal à ${claims.length} question(s) connue(s) : ${claims.join(' ; ')}.`,
        en: `The SHACL engine answers ${claims.length} known question(s) wrongly: ${claims.join('; ')}.`,
      },
      {
        fr: 'Réinstallez shacl-engine 1.1.2 avec npm ci.',
        en: 'Install shacl-engine 1.1.2 again with npm ci.',
      },
    );
    this.name = 'UnsoundEngine';
    this.claims = claims;
  }
}

let known: readonly string[] | undefined;

/** Throws `UnsoundEngine` where the engine fails a case; they run once in a process, in a few milliseconds. */
export function requireSoundness(): void {
  known ??= unsoundClaims();
  if (known.length > 0) throw new UnsoundEngine(known);
}

/** The claims of the soundness cases that an engine does not keep: none, where it is sound. */
export function unsoundClaims(makeEngine: (graph: ShapeGraph) => Engine = createEngine): readonly string[] {
  return SOUNDNESS_CASES.filter((one) => !isKept(one, makeEngine)).map(({ claim }) => claim);
}

function isKept(one: SoundnessCase, makeEngine: (graph: ShapeGraph) => Engine): boolean {
  try {
    return answers(one, makeEngine).join() === one.expected.join();
  } catch {
    // An engine that crashes on a known question fails it.
    return false;
  }
}

/** `focus node, component` of each result of a case. */
export function answers(
  { shapes, data }: SoundnessCase,
  makeEngine?: (graph: ShapeGraph) => Engine,
): readonly string[] {
  const graph = new ShapeGraph([{ file: 'soundness', quads: parsed(shapes) }]);
  const findings = findInGraph({ graph, data: parsed(data) }, makeEngine);
  return findings
    .map(({ focusNode, component }) => `${localName(focusNode.value)} ${localName(component)}`)
    .sort();
}

const EXAMPLES = 'urn:example:';
const PREFIXES = Object.entries({ sh, xsd, rdf, rdfs, ex: { namespace: EXAMPLES } })
  .map(([prefix, { namespace }]) => `@prefix ${prefix}: <${namespace}> .`)
  .join('\n');

function parsed(turtle: string): readonly RDF.Quad[] {
  const result = parseTurtle(`${PREFIXES}\n${turtle}`, 'soundness', EXAMPLES);
  if (result.kind === 'malformed') throw new TypeError(result.complaint.found.en);
  return result.quads;
}

const localName = (iri: string): string => iri.replace(/^.*[#:]/, '').replace(/ConstraintComponent$/, '');
