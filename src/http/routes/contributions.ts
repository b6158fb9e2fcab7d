import type { Request, Response } from 'express';
import { contributionPage, contributionsPage } from '../../pages/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import { contributionLabel, latest } from '../contributions/about-contributions.ts';
import { contributionFeed } from '../contributions/contribution-feed.ts';
import {
  type ContributionPage,
  listQuads,
  MOST_PAGES,
  PAGE_SIZE,
  pageSearch,
} from '../contributions/contribution-list.ts';
import { contributionQuads } from '../contributions/contribution-quads.ts';
import { askedForm, firstValue } from '../contributions/read-form.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import {
  type NegotiatedResource,
  sendResource,
  type View,
  withoutExtension,
} from '../negotiated-resource.ts';
import { languageOf } from '../negotiation.ts';
import { notFound, problem, retryAfter } from '../problem.ts';

/** /contributions: what was published of them. */
export const CONTRIBUTIONS = /^\/contributions(?:\.[a-z]+|\/.+)?$/;

/** The list, and each of them. What is not published is answered like what never was. */
export const contributions =
  (context: AppContext): Handler =>
  (request, response) => {
    const book = context.contributions;
    if (!book) throw notFound();
    if (!book.isUsable()) throw unreadable();
    const [, extension, rest] = /^\/contributions(?:\.([a-z]+)|\/(.+))?$/.exec(iriPathOf(request)) ?? [];
    if (rest === undefined) return sendList(context, request, response, extension);
    const parts = withoutExtension(rest);
    return sendOne(context, request, response, parts ?? { path: rest });
  };

interface Asked {
  /** Number of the contribution. */
  readonly path: string;
  readonly extension?: string;
}

async function sendOne(
  context: AppContext,
  request: Request,
  response: Response,
  { path: id, extension }: Asked,
): Promise<void> {
  const found = context.contributions?.find(id);
  if (!found) throw notFound();
  const { base, createdAt } = context.release.manifest;
  const uriPath = `/contributions/${id}`;
  const frame = frameOf(context, request, uriPath);
  const resource: NegotiatedResource = {
    uriPath,
    base,
    lastModified: latest(createdAt, [found]),
    page: (language) =>
      contributionPage(frame, {
        contribution: found,
        terms: context.terms,
        label: contributionLabel(context, language),
      }),
    quads: () => contributionQuads(base, found),
    links: [{ iri: '/contributions', relation: 'collection' }],
  };
  return sendResource(request, response, resource, extension);
}

async function sendList(
  context: AppContext,
  request: Request,
  response: Response,
  extension: string | undefined,
): Promise<void> {
  const page = pageOf(context, request);
  const { base, createdAt } = context.release.manifest;
  const search = pageSearch(page, page.number);
  const frame = frameOf(context, request, `/contributions${search}`);
  const lastModified = latest(createdAt, page.contributions);
  const label = contributionLabel(context, languageOf(request));
  const beside = (number: number) => `/contributions${pageSearch(page, number)}`;
  const resource: NegotiatedResource = {
    uriPath: '/contributions',
    search,
    base,
    lastModified,
    page: () =>
      contributionsPage(frame, {
        contributions: page.contributions,
        ...(page.about !== '' && { about: page.about }),
        ...(page.number > 1 && { newer: beside(page.number - 1) }),
        ...(page.hasNext && { older: beside(page.number + 1) }),
        terms: context.terms,
        label,
      }),
    quads: () => listQuads(base, page),
    views: [feedView(context, request, page, lastModified)],
    links: [
      ...(page.number > 1 ? [{ iri: beside(page.number - 1), relation: 'prev' }] : []),
      ...(page.hasNext ? [{ iri: beside(page.number + 1), relation: 'next' }] : []),
    ],
  };
  return sendResource(request, response, resource, extension);
}

function feedView(context: AppContext, request: Request, page: ContributionPage, updated: string): View {
  const language = languageOf(request);
  const { base } = context.release.manifest;
  const { contributions } = page;
  const label = contributionLabel(context, language);
  return {
    name: 'Atom',
    mediaType: 'application/atom+xml',
    extension: 'atom',
    contentType: 'application/atom+xml; charset=utf-8',
    write: () => contributionFeed({ base, language, updated, contributions, label }),
  };
}

function pageOf({ contributions }: AppContext, request: Request): ContributionPage {
  const form = askedForm(request);
  const about = firstValue(form, 'about').slice(0, LONGEST_IRI);
  const number = Number(firstValue(form, 'page') || '1');
  if (!Number.isInteger(number) || number < 1 || number > MOST_PAGES) throw notFound();
  const offset = (number - 1) * PAGE_SIZE;
  const selection = { limit: PAGE_SIZE + 1, offset, ...(about !== '' && { about }) };
  const found = contributions?.published(selection) ?? [];
  if (found.length === 0 && number > 1) throw notFound();
  return {
    contributions: found.slice(0, PAGE_SIZE),
    number,
    hasNext: found.length > PAGE_SIZE && number < MOST_PAGES,
    about,
  };
}

const LONGEST_IRI = 4000;

const unreadable = () =>
  problem(
    'contributions-closed',
    {
      fr: 'Les contributions ne peuvent pas être lues pour le moment. Les données restent accessibles.',
      en: 'Contributions cannot be read for now. The data remain available.',
    },
    retryAfter(60),
  );
