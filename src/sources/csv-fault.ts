/** Text that cannot be cut into rows; `line` is where the trouble begins. */
export class CsvFault extends Error {
  readonly reason: 'unclosed-quote' | 'long-row';
  readonly line: number;

  constructor(reason: CsvFault['reason'], line: number) {
    super(`${reason} on line ${line}`);
    this.name = 'CsvFault';
    this.reason = reason;
    this.line = line;
  }
}
