import { scriptAddress } from './assets.ts';
import type { PageFrame } from './frame.ts';
import { html, raw } from './html.ts';
import { pageLink } from './links.ts';
import { shortened, withoutDirectionControls } from './typography.ts';

/** What a preview shows of a thing; all texts in the reader's language. */
export interface PreviewContent {
  readonly name: string;
  readonly kind?: string;
  /** Root-relative address of its page. */
  readonly path: string;
  /** Permanent address. */
  readonly iri: string;
  readonly dataset: string;
  /** Statements, the telling ones first. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

const MOST_FACTS = 4;

/** A cartel of one thing, to be shown in a frame of others (Reconciliation API 0.2 section 5): no script, no image. */
export function previewPage(frame: PageFrame, content: PreviewContent): string {
  const { language } = frame;
  const { name, kind, path, iri, dataset, facts } = content;
  const title = withoutDirectionControls(shortened(name, 100));
  return html`${raw('<!doctype html>')}
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/assets/look.css"><link rel="stylesheet" href="${scriptAddress('site', 'reconciliation.css')}"><link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
</head>
<body class="preview"><main>
${kind !== undefined && html`<p class="kind">${kind}</p>`}<h1>${pageLink(frame, path, html`<bdi>${title}</bdi>`)}</h1>
<dl>${facts
    .slice(0, MOST_FACTS)
    .map(
      (one) =>
        html`<div><dt>${shortened(one.name, 40)}</dt><dd><bdi>${withoutDirectionControls(shortened(one.value, 90))}</bdi></dd></div>`,
    )}</dl>
<p class="soft small"><bdi>${shortened(dataset, 60)}</bdi><br><code>${shortened(iri, 120)}</code></p>
</main></body>
</html>
`.toString();
}
