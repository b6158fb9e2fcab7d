import type { DumpFile, DumpFormat, Language } from '../model/index.ts';
import { rdfFormatByExtension } from '../rdf/index.ts';
import type { PageFrame } from './frame.ts';
import { type Html, html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import type { DatasetOverview } from './overview.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { bytesText } from './typography.ts';

/** The files of a dataset: the dump first, then what it can be had in. */
export function dumpCartel({ dataset, released }: DatasetOverview, frame: PageFrame): Html {
  const { language } = frame;
  const here = `/dataset/${dataset.slug}`;
  const { dump, dumps = [{ ...dump, format: 'nq', packing: 'gz' } as const] } = released;
  const has = (format: DumpFormat): boolean => dumps.some((one) => one.format === format);
  return html`<section class="cartel"><h2>${DATASET.dump[language]}</h2><p>${anchor(`${here}.nq.gz`, DATASET.dumpLink[language])}<br><span class="small soft">N-Quads, gzip · ${bytesText(dump.bytes, language)}</span></p>
<ul class="formats">${has('csv') && html`<li>${anchor(`${here}/table.csv`, DATASET.table[language])}</li>`}${has('geojson') && html`<li>${anchor(`${here}/places.geojson`, 'GeoJSON')}</li>`}${dumps
    .filter(({ path }) => path !== dump.path)
    .map((one) => dumpEntry(here, one, language))}</ul>
<p class="small soft">${DATASET.checksum[language]}<br><code class="iri">${dump.sha256}</code></p>
<p class="small">${pageLink(frame, `/releases/${frame.release.id}`, DATASET.allFiles[language])}</p></section>`;
}

/** A dump in another syntax or packing, by the names that people use. */
function dumpEntry(here: string, { format, packing, bytes }: DumpFile, language: Language): Html {
  const name = rdfFormatByExtension(format)?.name ?? format.toUpperCase().replace('GEOJSON', 'GeoJSON');
  return html`<li><a href="${here}.${format}.${packing}" title="${bytesText(bytes, language)}">${name}, ${packing === 'gz' ? 'gzip' : 'zstd'}</a></li>`;
}
