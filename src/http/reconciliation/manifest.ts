import type { Language } from '../../model/index.ts';
import { RECONCILING } from '../../pages/index.ts';
import { identifierSpace } from './entity-ids.ts';
import type { Naming } from './naming.ts';
import { MOST_QUERIES } from './read-queries.ts';
import { type Counted, type ReconciliationContext, type Scope, serviceAddress } from './scope.ts';

/** Pixels of a preview. */
export const PREVIEW = { width: 430, height: 300 } as const;

/** What a manifest is written from. */
export interface ManifestSource {
  readonly context: ReconciliationContext;
  readonly scope: Scope;
  readonly naming: Naming;
  readonly classes: readonly Counted[];
}

/** Classes that are offered as a choice to begin with. */
const DEFAULT_TYPES = 20;

/** What a service can do, in the version of the protocol that its address is for. */
export const manifestOf = (source: ManifestSource) =>
  source.scope.version === '0.2' ? manifestOf02(source) : manifestOf10(source);

/** https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/, section 3.1. */
function manifestOf02(source: ManifestSource) {
  const { context, scope, naming } = source;
  const { base } = context.release.manifest;
  const service = base + serviceAddress(scope).slice(1);
  const at = (path: string) => ({ service_url: service, service_path: path });
  return {
    versions: ['0.2'],
    ...common(source),
    identifierSpace: identifierSpace(base),
    schemaSpace: `${base}def/`,
    // Clients write identifiers encoded or not: an address with a parameter takes both.
    view: { url: `${base}reconcile/view?id={{id}}` },
    feature_view: { url: `${base}reconcile?feature={{id}}` },
    preview: { url: `${service}/preview?id={{id}}`, ...PREVIEW },
    suggest: {
      entity: at('/suggest/entity'),
      property: at('/suggest/property'),
      type: at('/suggest/type'),
    },
    extend: {
      propose_properties: at('/extend/propose'),
      property_settings: settings(naming.language).map(({ id, name, helpText, ...rest }) => ({
        name: id,
        label: name,
        help_text: helpText,
        ...rest,
      })),
    },
    batchSize: MOST_QUERIES,
  };
}

/** https://reconciliation-api.github.io/specs/1.0-draft/: addresses of the parts follow from that of the service. */
function manifestOf10(source: ManifestSource) {
  const { context, naming } = source;
  const { base } = context.release.manifest;
  return {
    versions: ['1.0-draft'],
    ...common(source),
    view: { url: `${base}id/{+id}` },
    featureView: { url: `${base}reconcile?feature={id}` },
    preview: PREVIEW,
    suggest: { entity: true, property: true, type: true },
    extend: { proposeProperties: true, propertySettings: settings(naming.language) },
    batchSize: MOST_QUERIES,
    lang: naming.language,
    standardizedScore: true,
  };
}

function common({ context, scope, naming, classes }: ManifestSource) {
  const { base, toolVersion } = context.release.manifest;
  const { language } = naming;
  const site = (context.identity?.name ?? RECONCILING.site)[language];
  return {
    name: scope.slug === undefined ? site : `${naming.dataset(scope.slug)} (${site})`,
    documentation: `${base}reconcile`,
    logo: `${base}assets/mark.svg`,
    serviceVersion: toolVersion,
    defaultTypes: classes.slice(0, DEFAULT_TYPES).map(({ iri }) => ({ id: iri, name: naming.term(iri) })),
  };
}

/** What can be set of a property whose values are fetched. */
function settings(language: Language) {
  const text = (name: keyof typeof RECONCILING): string => RECONCILING[name][language];
  return [
    { id: 'limit', type: 'number', default: 0, name: text('limit'), helpText: text('limitHelp') },
    {
      id: 'content',
      type: 'select',
      default: 'value',
      name: text('content'),
      helpText: text('contentHelp'),
      choices: [
        { value: 'value', name: text('contentValue') },
        { value: 'name', name: text('contentName') },
        { value: 'iri', name: text('contentIri') },
        { value: 'count', name: text('contentCount') },
      ],
    },
    {
      id: 'language',
      type: 'select',
      default: 'any',
      name: text('language'),
      helpText: text('languageHelp'),
      choices: [
        { value: 'any', name: text('anyLanguage') },
        { value: 'fr', name: 'français' },
        { value: 'en', name: 'English' },
      ],
    },
  ] as const;
}
