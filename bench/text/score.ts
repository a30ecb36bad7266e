import type { Figure } from '../figures.ts';

/** Right, wrong and missed answers of one label. */
export class Tally {
  right = 0;
  wrong = 0;
  missed = 0;

  add(said: boolean, gold: boolean): void {
    if (said && gold) this.right++;
    else if (said) this.wrong++;
    else if (gold) this.missed++;
  }

  get precision(): number {
    return this.right / Math.max(1, this.right + this.wrong);
  }

  get recall(): number {
    return this.right / Math.max(1, this.right + this.missed);
  }

  get f1(): number {
    return (2 * this.right) / Math.max(1, 2 * this.right + this.wrong + this.missed);
  }

  /** Cases in which the label is right. */
  get n(): number {
    return this.right + this.missed;
  }

  figures(name: string, peer?: string): Figure[] {
    const { n } = this;
    return [
      { name: `${name} F1`, value: this.f1, n, ...(peer === undefined ? {} : { peer }) },
      { name: `${name} precision`, value: this.precision, n },
      { name: `${name} recall`, value: this.recall, n },
    ];
  }
}

/** In which half of a set a case is, by its number: rules were first worked out on half 0. */
export const halfOf = (number: number): 0 | 1 => (((number >> 1) & 1) === 0 ? 0 : 1);
