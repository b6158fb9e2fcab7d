import type { ApiQuery, QueryParameter } from '../model/index.ts';
import { type PageFrame, page, pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { anchor } from './links.ts';
import { API } from './texts/api-texts.ts';

/** A query with the formats that it answers in. */
export interface ListedApiQuery {
  readonly query: ApiQuery;
  readonly formats: readonly { readonly extension: string; readonly name: string }[];
}

/** The queries that have an address: what each answers, and a form that asks it without scripts. */
export function apiPage(
  frame: PageFrame,
  { queries }: { readonly queries: readonly ListedApiQuery[] },
): string {
  const { language } = frame;
  return page(frame, {
    title: API.title[language],
    description: API.lead[language],
    section: '/sparql',
    main: html`<h1>${API.title[language]}</h1><p class="lead">${API.lead[language]}</p>
${queries.length === 0 && html`<p>${API.none[language]}</p>`}
${queries.map((one) => section(one, frame))}
<p class="small soft">${anchor('/openapi.json', API.description[language])} · ${frame.hasSearch && html`${anchor(pageAddress(frame, '/reconcile'), API.reconcile[language])} · `}${anchor(pageAddress(frame, '/sparql'), API.otherwise[language])}</p>`,
  });
}

function section({ query, formats }: ListedApiQuery, frame: PageFrame): Html {
  const { language } = frame;
  const address = `/api/${query.name}`;
  return html`<section id="${query.name}"><h2>${query.title[language]}</h2><p>${query.question[language]}</p>
<p class="iri">${address}</p>
<form class="query" action="${address}" method="get">
${query.parameters.map((parameter) => field(query.name, parameter, frame))}
<div class="ask">${formats.map(
    ({ extension, name }) => html`<button formaction="${address}.${extension}">${name}</button> `,
  )}</div></form></section>`;
}

function field(query: string, parameter: QueryParameter, { language }: PageFrame): Html {
  const { name, description, isRequired, choices } = parameter;
  const id = `${query}-${name}`;
  const value = parameter.default ?? (isRequired ? parameter.example : undefined) ?? '';
  const state = isRequired ? API.required : API.optional;
  const control = choices
    ? html`<select id="${id}" name="${name}">${choices.map((one) => option(one, one === value))}</select>`
    : html`<input id="${id}" name="${name}" value="${value}" autocomplete="off">`;
  return html`<div class="ask field"><label for="${id}">${description[language]} <span class="soft">(${state[language]})</span></label>
${control}</div>`;
}

const option = (value: string, isChosen: boolean): Html =>
  isChosen
    ? html`<option value="${value}" selected>${value}</option>`
    : html`<option value="${value}">${value}</option>`;
