import { Arguments } from './arguments';
import { Decimal } from './decimals';
import { FormulaError, FormulaSyntaxError } from './errors';
import { functions } from './functions';
import { type Token, tokens } from './lexer';
import { chain, literal, type Node, name, percent, sign } from './nodes';
import { LEVELS, type Operator } from './operators';

const MAX_LENGTH = 8000;
const MAX_DEPTH = 100;

/** Reads a formula into its tree, with the precedence of Excel. */
export function parseTree(text: string): Node {
  if (text.length > MAX_LENGTH) throw new FormulaSyntaxError('formula.long', MAX_LENGTH, '');
  return new Parser(tokens(text)).formula();
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly all: Token[]) {}

  formula(): Node {
    const root = this.level(0);
    if (this.peek().kind !== 'end') throw this.unexpected();
    return root;
  }

  private level(index: number): Node {
    const operators = LEVELS[index];
    if (!operators) return this.percent();
    const first = this.level(index + 1);
    const steps: { operator: Operator; operand: Node }[] = [];
    for (;;) {
      const token = this.peek();
      const operator = token.kind === 'symbol' ? operators[token.text] : undefined;
      if (!operator) return steps.length ? chain(first, steps) : first;
      this.at++;
      steps.push({ operator, operand: this.level(index + 1) });
    }
  }

  private percent(): Node {
    let value = this.signed();
    const outside = this.depth;
    while (this.is('%')) {
      this.at++;
      this.deeper();
      value = percent(value);
    }
    this.depth = outside;
    return value;
  }

  private signed(): Node {
    if (!this.is('-') && !this.is('+')) return this.primary();
    const minus = this.is('-');
    this.at++;
    return sign(
      minus,
      this.inside(() => this.signed()),
    );
  }

  private primary(): Node {
    const token = this.peek();
    this.at++;
    switch (token.kind) {
      case 'number':
        return literal(
          new Decimal(token.text.startsWith('.') ? `0${token.text}` : token.text.replace(/\.(?=[eE]|$)/, '')),
        );
      case 'text':
        return literal(token.text);
      case 'error':
        return literal(FormulaError.ALL.find(e => e.code === token.text) ?? FormulaError.VALUE);
      case 'name':
        return this.is('(') ? this.call(token) : this.name(token);
      default:
        this.at--;
        return this.bracket();
    }
  }

  private bracket(): Node {
    this.expect('(');
    const inner = this.inside(() => this.level(0));
    this.expect(')');
    return inner;
  }

  private name(token: Token): Node {
    const upper = token.text.toUpperCase();
    if (upper === 'TRUE' || upper === 'FALSE') return literal(upper === 'TRUE');
    return name(token.text.split('.'));
  }

  private call(token: Token): Node {
    this.at++;
    const given = this.inside(() => this.list());
    const called = functions[token.text.toUpperCase()];
    if (!called) return { evaluate: () => FormulaError.NAME, children: given };
    if (given.length < called.min || given.length > called.max) {
      throw new FormulaSyntaxError('formula.arguments', token.position, token.text.toUpperCase());
    }
    return { evaluate: environment => called.run(new Arguments(given, environment)), children: given };
  }

  private list(): Node[] {
    if (this.is(')')) {
      this.at++;
      return [];
    }
    const given = [this.argument()];
    while (this.is(',')) {
      this.at++;
      given.push(this.argument());
    }
    this.expect(')');
    return given;
  }

  /** `IF(a,,b)` leaves one out: it is blank. */
  private argument(): Node {
    return this.is(',') || this.is(')') ? literal(null) : this.level(0);
  }

  private inside<T>(read: () => T): T {
    this.deeper();
    const inner = read();
    this.depth--;
    return inner;
  }

  private deeper(): void {
    this.depth++;
    if (this.depth > MAX_DEPTH) {
      throw new FormulaSyntaxError('formula.deep', this.peek().position, this.peek().text);
    }
  }

  private is(symbol: string): boolean {
    return this.peek().kind === 'symbol' && this.peek().text === symbol;
  }

  private expect(symbol: string): void {
    if (!this.is(symbol)) throw this.unexpected();
    this.at++;
  }

  private peek(): Token {
    return this.all[this.at] as Token;
  }

  private unexpected(): FormulaSyntaxError {
    return new FormulaSyntaxError('formula.unexpected', this.peek().position, this.peek().text);
  }
}
