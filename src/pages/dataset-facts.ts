import { type Dataset, pathOfIri, thingSpace } from '../model/index.ts';
import { authorityName } from './authority-names.ts';
import type { PageFrame } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor, outsideLink, pageLink } from './links.ts';
import { DATASET } from './texts/dataset-texts.ts';

/** The facts of a dataset's declaration as a catalogue entry; what is not declared is not there. */
export function datasetFacts(dataset: Dataset, frame: PageFrame): Html {
  const { language } = frame;
  const { publisher, licence, frequency } = dataset;
  const rows: readonly (readonly [string, Fragment])[] = [
    [DATASET.publisher[language], anchor(publisher.iri, publisher.name[language])],
    [DATASET.licence[language], anchor(licence.iri, licence.label[language])],
    [DATASET.origins[language], iriList(dataset.origins, frame)],
    [
      DATASET.frequency[language],
      frequency !== undefined && outsideLink(frequency, { frame }, authorityName(frequency, language)),
    ],
    [DATASET.spatial[language], iriList(dataset.spatial, frame)],
    [DATASET.themes[language], iriList(dataset.themes, frame)],
    [DATASET.keywords[language], interspersed(dataset.keywords[language], ', ')],
    [
      DATASET.pattern[language],
      html`<code class="iri">${thingSpace(frame.base, dataset.slug)}${dataset.uriPattern}</code>`,
    ],
  ];
  const present = rows.filter(
    ([, value]) => value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return html`<dl class="says">${present.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function iriList(iris: readonly string[], frame: PageFrame): Fragment {
  const links = iris.map((iri) => {
    const path = pathOfIri(iri, frame.base);
    return path === undefined
      ? outsideLink(iri, { frame }, authorityName(iri, frame.language))
      : pageLink(frame, path, iri);
  });
  return links.length < 2 ? links : html`<ul>${links.map((link) => html`<li>${link}</li>`)}</ul>`;
}
