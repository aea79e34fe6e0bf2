/** Decimals are text from end to end; nothing here ever becomes a binary float. */
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** Groups thousands and keeps exactly the decimals given; `scale` pads them with zeros, but never rounds. */
export function groupDecimal(text: string, scale?: number): string {
  const match = DECIMAL.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const decimals = scale === undefined ? fraction : fraction.padEnd(scale, '0');
  return (sign === '-' ? '-' : '') + grouped + (decimals ? `.${decimals}` : '');
}

/** What a person typed, as a decimal: full-width digits and grouping are understood; null when it is no number. */
export function parseDecimal(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[,，\s]/g, '')
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');
  return isDecimal(plain) ? plain : null;
}
