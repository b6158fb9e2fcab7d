import type { Request, Response } from 'express';
import type { ContributionBook, ContributionKind, NewContribution } from '../../model/index.ts';
import {
  type ContributionFormContent,
  contributionFormPage,
  contributionThanksPage,
} from '../../pages/index.ts';
import { uriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import { contributionLabel } from '../contributions/about-contributions.ts';
import { outcomeOf } from '../contributions/form-outcomes.ts';
import { type FormSubject, keptStatement, readSubject } from '../contributions/form-subject.ts';
import { filledValues, readFields } from '../contributions/read-fields.ts';
import { askedForm, firstValue, readForm } from '../contributions/read-form.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { negotiate } from '../negotiation.ts';
import { notFound, problem, retryAfter } from '../problem.ts';
import { reply } from '../reply.ts';
import type { ServedContext } from '../serving.ts';

/** /contribute/…, /contact: forms, and what they send. */
export const CONTRIBUTE = /^\/(?:contact|contribute\/(?:report|reuse))$/;
/** Where who sent one is told its number. */
export const THANKS = /^\/contribute\/thanks$/;

const KINDS: Readonly<Record<string, ContributionKind>> = {
  '/contact': 'message',
  '/contribute/report': 'report',
  '/contribute/reuse': 'reuse',
};

const PAGE = [{ mediaType: 'text/html' }] as const;

/** A form, about what the address names. */
export const showForm =
  (context: AppContext): Handler =>
  (request, response) => {
    const kind = kindOf(context, request);
    negotiate(request, response, PAGE, []);
    const subject = readSubject(context, kind, askedForm(request));
    const book = context.contributions;
    const seal = book?.seal({ kind, target: targetOf(subject) });
    if (book && seal === undefined) throw closed();
    sendForm(context, response, {
      kind,
      subject,
      status: 200,
      values: {},
      faults: [],
      ...(seal && { seal }),
    });
  };

/** Keeps what was sent, and leads on to its number; else the form again, with all that was typed. */
export const takeForm =
  (context: ServedContext): Handler =>
  (request, response) => {
    const book = context.contributions;
    if (!book) throw notFound();
    const kind = kindOf(context, request);
    const form = readForm(request, context.release.manifest.base);
    const subject = readSubject(context, kind, form);
    const read = readFields(kind, form);
    const seal = firstValue(form, 'seal').slice(0, LONGEST_SEAL);
    const target = targetOf(subject);
    const again: ShownForm = { kind, subject, seal, status: 422, ...read };
    if (read.faults.length > 0) return sendForm(context, response, again);
    const sender = context.serving.clients.networkOf(request);
    const outcome = book.keep(newContribution(context, again), { target, seal, sender });
    if (outcome.kind === 'kept' || outcome.kind === 'repeated')
      return leadOn(request, response, outcome.id, outcome.kind === 'repeated');
    const { status, text, retryAfter: seconds, keepsSeal } = outcomeOf(outcome);
    if (seconds !== undefined) response.setHeader('Retry-After', String(seconds));
    const next = keepsSeal ? seal : freshSeal(book, kind, target);
    return sendForm(context, response, { ...again, status, seal: next, faults: [{ text }] });
  };

/** The number of what was sent. */
export const thanks =
  (context: AppContext): Handler =>
  (request, response) => {
    const form = askedForm(request);
    const number = firstValue(form, 'number');
    if (!context.contributions || !/^[a-z0-9]{12}$/.test(number)) throw notFound();
    negotiate(request, response, PAGE, []);
    const isRepeated = firstValue(form, 'again') !== '';
    const path = `/contribute/thanks?number=${number}${isRepeated ? '&again=1' : ''}`;
    const body = contributionThanksPage(frameOf(context, request, path), { number, isRepeated });
    reply(response, { body, mediaType: 'text/html', etag: false, cacheControl: 'no-store' });
  };

const LONGEST_SEAL = 200;

interface ShownForm extends Pick<ContributionFormContent, 'kind' | 'values' | 'faults'> {
  readonly subject: FormSubject;
  readonly seal?: string;
  readonly status: number;
}

function kindOf({ contributions }: AppContext, request: Request): ContributionKind {
  const kind = KINDS[uriPathOf(request)];
  // The publisher's own words on the page of contact stand without a form.
  if (kind === undefined || (!contributions && kind !== 'message')) throw notFound();
  return kind;
}

/** What a seal holds for. */
const targetOf = ({ parameters }: FormSubject): string => JSON.stringify(parameters);

const freshSeal = (book: ContributionBook, kind: ContributionKind, target: string): string =>
  book.seal({ kind, target }) ?? '';

function newContribution(
  context: AppContext,
  { kind, subject: { subject }, ...read }: ShownForm,
): NewContribution {
  const { text = '', ...optional } = filledValues(read);
  return {
    kind,
    release: context.release.manifest.id,
    text,
    ...optional,
    ...(subject && { about: subject.iri }),
    ...(subject?.statement && { statement: keptStatement(subject.statement) }),
  };
}

function sendForm(context: AppContext, response: Response, shown: ShownForm): void {
  const { req: request } = response;
  const { kind, subject, status, ...rest } = shown;
  const action = uriPathOf(request);
  const search = new URLSearchParams(subject.parameters.map((pair) => [...pair])).toString();
  const frame = frameOf(context, request, search === '' ? action : `${action}?${search}`);
  const introduction = kind === 'message' ? context.identity?.texts.contact : undefined;
  const body = contributionFormPage(frame, {
    ...{ kind, action, hidden: subject.parameters, ...rest },
    ...(subject.subject && { subject: subject.subject }),
    ...(introduction && { introduction }),
    terms: context.terms,
    label: contributionLabel(context, frame.language),
  });
  reply(response, { body, mediaType: 'text/html', status, etag: false, cacheControl: 'no-store' });
}

function leadOn(request: Request, response: Response, number: string, isRepeated: boolean): void {
  const { search } = new URL(request.originalUrl, 'http://localhost');
  const language = new URLSearchParams(search).get('lang');
  const parameters = new URLSearchParams({
    number,
    ...(isRepeated && { again: '1' }),
    ...((language === 'fr' || language === 'en') && { lang: language }),
  });
  response.setHeader('Location', `/contribute/thanks?${parameters.toString()}`);
  response.setHeader('Cache-Control', 'no-store');
  response.status(303).end();
}

const closed = () =>
  problem(
    'contributions-closed',
    {
      fr: 'Les formulaires sont fermés pour le moment : le fichier qui reçoit les contributions est indisponible. Les données restent accessibles.',
      en: 'Forms are closed for now: the file that takes contributions is unavailable. The data remain available.',
    },
    retryAfter(60),
  );
