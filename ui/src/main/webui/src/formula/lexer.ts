import { FormulaError, FormulaSyntaxError } from './errors';

export interface Token {
  kind: 'number' | 'text' | 'name' | 'error' | 'symbol' | 'end';
  text: string;
  position: number;
}

const WIDE: Record<string, string> = {
  '\uff08': '(',
  '\uff09': ')',
  '\uff0c': ',',
  '\uff1d': '=',
  '\uff1c': '<',
  '\uff1e': '>',
};
const SYMBOLS = ['<>', '<=', '>=', '=', '<', '>', '+', '-', '*', '/', '^', '%', '&', '(', ')', ','];
const NAME_START = /[\p{L}_$]/u;
const BLANK = /[\s\u00a0\u3000]/;

/** Cuts a formula's text into words. Knows nothing of their order. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  const take = (kind: Token['kind'], content: string, length: number) => {
    found.push({ kind, text: content, position: at });
    at += length;
  };
  while (at < text.length) {
    const c = text.charAt(at);
    if (BLANK.test(c)) at++;
    else if (c === "'" || c === '"') take('text', ...string(text, at));
    else if (isDigit(c) || (c === '.' && isDigit(text.charAt(at + 1)))) {
      const number = numberAt(text, at);
      take('number', number, number.length);
    } else if (c === '#') {
      const code = errorAt(text, at);
      take('error', code, code.length);
    } else if (NAME_START.test(c)) {
      const name = nameAt(text, at);
      take('name', name, name.length);
    } else {
      const symbol = symbolAt(text, at);
      take('symbol', symbol, symbol.length);
    }
  }
  found.push({ kind: 'end', text: '', position: text.length });
  return found;
}

const isDigit = (c: string) => c >= '0' && c <= '9';

function string(text: string, start: number): [string, number] {
  const quote = text.charAt(start);
  let content = '';
  for (let at = start + 1; at < text.length; at++) {
    const c = text.charAt(at);
    if (c !== quote) content += c;
    else if (text.charAt(at + 1) === quote) {
      content += quote;
      at++;
    } else return [content, at + 1 - start];
  }
  throw new FormulaSyntaxError('formula.unclosed', start, quote);
}

function numberAt(text: string, start: number): string {
  const sticky = /\d*\.?\d*/y;
  sticky.lastIndex = start;
  const mantissa = sticky.exec(text)?.[0] ?? '';
  const power = /[eE][+-]?\d+/y;
  power.lastIndex = start + mantissa.length;
  const exponent = power.exec(text)?.[0] ?? '';
  if (mantissa.length > 60 || Number(exponent.replace(/^[eE][+-]?/, '') || '0') > 308) {
    throw new FormulaSyntaxError('formula.number', start, text.charAt(start));
  }
  return mantissa + exponent;
}

function errorAt(text: string, start: number): string {
  const error = FormulaError.ALL.find(e => text.slice(start, start + e.code.length).toUpperCase() === e.code);
  if (!error) throw new FormulaSyntaxError('formula.character', start, '#');
  return error.code;
}

/** A dot belongs to a name when a further word follows it. */
function nameAt(text: string, start: number): string {
  const sticky = /[\p{L}_$](?:[\p{L}_$0-9]|\.(?=[\p{L}_$]))*/uy;
  sticky.lastIndex = start;
  return sticky.exec(text)?.[0] ?? '';
}

function symbolAt(text: string, start: number): string {
  const rest = [...text.slice(start, start + 2)].map(c => WIDE[c] ?? c).join('');
  const symbol = SYMBOLS.find(s => rest.startsWith(s));
  if (!symbol) {
    const found = String.fromCodePoint(text.codePointAt(start) ?? 0);
    throw new FormulaSyntaxError('formula.character', start, found);
  }
  return symbol;
}
