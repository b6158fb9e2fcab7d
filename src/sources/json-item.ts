/** One value cut out of a document, still text. */
export interface JsonItem {
  readonly text: string;
  readonly line: number;
  readonly offset: number;
  readonly hasLongNumber: boolean;
}

/** JSON that cannot be cut into items; `line` is where reading stopped. */
export class JsonFault extends Error {
  readonly reason: 'not-json' | 'cut' | 'too-deep' | 'too-long' | 'twice';
  readonly line: number;
  /** The member that an object names twice on the iterator's way. */
  readonly member: string | undefined;

  constructor(reason: JsonFault['reason'], line: number, member?: string) {
    super(`${reason} at line ${line}`);
    this.name = 'JsonFault';
    this.reason = reason;
    this.line = line;
    this.member = member;
  }
}

/** @throws JsonFault */
export function assertJson({ text, line }: JsonItem): void {
  try {
    JSON.parse(text);
  } catch {
    throw new JsonFault('not-json', line);
  }
}
