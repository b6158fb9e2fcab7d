import { extname } from 'node:path';
import type { Complaint } from '../model/index.ts';

/** What only people read, before a document begins. */
const BEFORE = String.raw`^\uFEFF?(?:\s|#[^\n]*(?:\n|$)|---)*`;
const YARRRML = new RegExp(
  `${BEFORE}(?:prefixes|mappings?|sources?|columns|targets?|external|authors?)[^\\S\\n]*:`,
);
const TURTLE = new RegExp(`${BEFORE}@?(?:prefix|base)\\s+[^\\s:]*:?\\s*<`, 'i');

/** YARRRML under a name that is read as Turtle: the name decides. */
export const yarrrmlAsTurtle = (text: string, file: string): Complaint | undefined =>
  YARRRML.test(text) ? misnamed(file, 'YARRRML', 'Turtle', '.yml') : undefined;

/** Turtle under a name that is read as YARRRML. */
export const turtleAsYarrrml = (text: string, file: string): Complaint | undefined =>
  TURTLE.test(text) ? misnamed(file, 'Turtle', 'YARRRML', '.ttl') : undefined;

const misnamed = (file: string, is: string, read: string, ending: string): Complaint => ({
  place: { file, line: 1 },
  found: {
    fr: `Ce document est du ${is}, et son nom (${extname(file) || 'sans fin'}) le fait lire comme du ${read}.`,
    en: `This document is ${is}, and its name (${extname(file) || 'without ending'}) has it read as ${read}.`,
  },
  remedy: {
    fr: `Renommez-le pour que son nom finisse par ${ending}.`,
    en: `Rename it so that its name ends in ${ending}.`,
  },
});
