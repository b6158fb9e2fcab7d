import type { Request } from 'express';
import { addressForm, type Form, parseForm, valuesOf } from '../form.ts';
import { readExtension } from './read-extend.ts';
import { member, objectAt, parsedJson } from './read-parts.ts';
import { readConditionBatch, readQueryBatch } from './read-queries.ts';
import { brokenForm, noQueries, strangeBody } from './reconciliation-problems.ts';
import { type Exchange, sendExtension, sendResults02, sendResults10 } from './send-service.ts';

/** Queries or an extension in the address: `?queries=…`, `?extend=…`; undefined where there is neither. */
export const askedInAddress = ({ originalUrl }: Request): Form | undefined => {
  const form = addressForm(originalUrl);
  if (!form) throw brokenForm();
  return form.some(([name]) => name === 'queries' || name === 'extend') ? form : undefined;
};

/** Answers a form, of an address or posted. */
export async function sendForm(exchange: Exchange, form: Form): Promise<void> {
  const { base } = exchange.context.release.manifest;
  const [queries] = valuesOf(form, 'queries');
  if (queries !== undefined) {
    const batch = readQueryBatch(parsedJson(queries, 'queries'), base);
    return sendResults02(exchange, batch);
  }
  const [extend] = valuesOf(form, 'extend');
  if (extend === undefined) throw noQueries();
  return sendExtension(exchange, readExtension(parsedJson(extend, 'extend')));
}

/** Answers what was posted: a form of 0.2, or JSON of the draft of 1.0, which is told by its lists. */
export async function sendPosted(exchange: Exchange): Promise<void> {
  const { request } = exchange;
  const text = bodyText(request);
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return sendPostedJson(exchange, parsedJson(text, 'body'));
  if (type !== 'application/x-www-form-urlencoded') throw strangeBody();
  const form = parseForm(text);
  if (!form) throw brokenForm();
  return sendForm(exchange, form);
}

async function sendPostedJson(exchange: Exchange, value: unknown): Promise<void> {
  const { base } = exchange.context.release.manifest;
  const body = objectAt(value, 'body');
  const queries = member(body, 'queries');
  if (Array.isArray(queries)) return sendResults10(exchange, readConditionBatch(body, base));
  if (queries !== undefined) return sendResults02(exchange, readQueryBatch(queries, base));
  const extend = member(body, 'extend') ?? (member(body, 'ids') === undefined ? undefined : body);
  if (extend === undefined) throw noQueries();
  return sendExtension(exchange, readExtension(extend));
}

const bodyText = ({ body }: Request): string => (Buffer.isBuffer(body) ? body.toString('utf8') : '');
