import { type Decimal, integer } from './decimals';
import { Fault, FormulaError, fail } from './errors';
import { Day, dayOf, Moment, momentOf, serialOf, TimeOfDay } from './moments';
import type { Environment, Node } from './nodes';
import { bool, isDecimal, number, sound, text, type Value } from './values';

/** The arguments of one call, each computed when it is asked for. */
export class Arguments {
  constructor(
    private readonly nodes: readonly Node[],
    private readonly environment: Environment,
  ) {}

  get count(): number {
    return this.nodes.length;
  }

  now() {
    return this.environment.now();
  }

  value(index: number): Value {
    return sound(this.node(index).evaluate(this.environment));
  }

  /** The value, an error as a value. */
  outcome(index: number): Value {
    try {
      return this.node(index).evaluate(this.environment);
    } catch (fault) {
      if (fault instanceof Fault) return fault.error;
      throw fault;
    }
  }

  number(index: number): Decimal {
    return number(this.value(index));
  }

  integer(index: number, otherwise: number): number {
    return index < this.count ? integer(this.number(index)) : otherwise;
  }

  text(index: number): string {
    return text(this.value(index));
  }

  bool(index: number): boolean {
    return bool(this.value(index));
  }

  named(index: number): boolean {
    return this.node(index).path !== undefined;
  }

  /** The day of a date, a moment, a number or a text; null for a blank. */
  day(index: number): Day | null {
    const value = this.value(index);
    if (value instanceof Day) return value;
    if (value instanceof Moment) return value.day;
    return value === null ? null : dayOf(number(value));
  }

  time(index: number): TimeOfDay {
    const value = this.value(index);
    if (value instanceof TimeOfDay) return value;
    const serial = number(value);
    return serial.isNegative() ? fail(FormulaError.NUMBER) : momentOf(serial).time;
  }

  /** The numbers of all arguments: of lists and names only what is one, of written values what reads as one. */
  numbers(): Decimal[] {
    const found: Decimal[] = [];
    for (let i = 0; i < this.count; i++) {
      const value = this.value(i);
      if (Array.isArray(value)) for (const element of value) addIfNumber(element, found);
      else if (this.named(i)) addIfNumber(value, found);
      else found.push(number(value));
    }
    return found;
  }

  /** All values, lists opened, blanks kept. */
  flat(): Value[] {
    return this.nodes.flatMap((_, i) => {
      const value = this.value(i);
      return Array.isArray(value) ? value.map(sound) : [value];
    });
  }

  private node(index: number): Node {
    return this.nodes[index] as Node;
  }
}

function addIfNumber(raw: Value, found: Decimal[]): void {
  const value = sound(raw);
  const asNumber = isDecimal(value) ? value : serialOf(value);
  if (asNumber) found.push(asNumber);
}
