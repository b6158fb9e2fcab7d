import type { NextFunction, Request, Response } from 'express';
import { namesGraph, readOnly } from './request.ts';

const WRITING: ReadonlySet<string> = new Set(['PUT', 'POST', 'DELETE', 'PATCH']);

/** Refuses the writing operations of the Graph Store Protocol before their bodies are read. */
export function refuseWriting(request: Request, _response: Response, next: NextFunction): void {
  if (WRITING.has(request.method) && namesGraph(request)) throw readOnly();
  next();
}
