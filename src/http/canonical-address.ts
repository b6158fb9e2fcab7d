import type { NextFunction, Request, Response } from 'express';
import { readAddress } from './address.ts';
import { problem } from './problem.ts';

/** Sends every other way of writing an address to the canonical one. Never leaves this server. */
export function canonicalAddress(request: Request, response: Response, next: NextFunction): void {
  const address = readAddress(request.url);
  if (address.kind === 'undecodable') throw undecodable();
  if (address.isCanonical || request.url === '*') {
    next();
    return;
  }
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  response.setHeader('Location', address.uriPath + address.search);
  // 308 keeps the method and body of a POST.
  response.status(isRead ? 301 : 308).end();
}

/** The path of a canonical request as IRIs write it. */
export function iriPathOf(request: Request): string {
  const address = readAddress(request.originalUrl);
  if (address.kind === 'undecodable') throw undecodable();
  return address.iriPath;
}

/** The path of a canonical request as it goes over the wire. */
export function uriPathOf(request: Request): string {
  const address = readAddress(request.originalUrl);
  return address.kind === 'address' ? address.uriPath : '/';
}

const undecodable = () =>
  problem('bad-request', {
    fr: 'L’adresse contient des octets qui ne sont pas de l’UTF-8.',
    en: 'The address holds octets that are not UTF-8.',
  });
