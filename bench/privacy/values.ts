/** Invented values of every category, by which both generators fill their slots. */
import type { People } from './people.ts';

type Random = () => number;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SHORT = MONTHS.map((month) => month.slice(0, 3));
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

export class Values {
  readonly random: Random;
  readonly people: People;
  constructor(random: Random, people: People) {
    this.random = random;
    this.people = people;
  }
  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.random() * list.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
  int(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }
  digits(count: number): string {
    return Array.from({ length: count }, (_, k) => String(k === 0 ? this.int(1, 9) : this.int(0, 9))).join('');
  }
  letters(count: number): string {
    return Array.from({ length: count }, () => this.pick([...'ABCDEFGHJKLMNPRSTUVWXYZ'])).join('');
  }
  first(sex?: 'male' | 'female'): string {
    return this.pick(this.people[sex ?? this.pick(['male', 'female'] as const)]);
  }
  last(): string {
    const one = this.pick(this.people.family);
    return this.random() < 0.05 && !one.includes('-') ? `${one}-${this.pick(this.people.family)}` : one;
  }
  full(sex?: 'male' | 'female'): string {
    const [first, last, initial] = [this.first(sex), this.last(), this.pick([...'ABCDEFGHJKLMNPRSTW'])];
    return this.pick([
      `${first} ${last}`,
      `${first} ${last}`,
      `${first} ${last}`,
      `${first} ${initial}. ${last}`,
      `${initial}. ${last}`,
      `${first} ${initial} ${last}`,
    ]);
  }
  date(): string {
    const [y, m, d] = [this.int(1938, 2023), this.int(1, 12), this.int(1, 28)];
    const [mm, dd, yy] = [String(m).padStart(2, '0'), String(d).padStart(2, '0'), String(y % 100).padStart(2, '0')];
    const [month, short] = [MONTHS[m - 1] ?? '', SHORT[m - 1] ?? ''];
    const th = d > 3 && d < 21 ? 'th' : (['th', 'st', 'nd', 'rd'][d % 10] ?? 'th');
    return this.pick([
      `${mm}/${dd}/${y}`,
      `${m}/${d}/${y}`,
      `${m}/${d}/${yy}`,
      `${mm}-${dd}-${y}`,
      `${y}-${mm}-${dd}`,
      `${dd}.${mm}.${y}`,
      `${month} ${d}, ${y}`,
      `${short} ${d}, ${y}`,
      `${d} ${month} ${y}`,
      `${d}-${short}-${y}`,
      `${month} ${d}`,
      `${month} ${d}${th}`,
      `the ${d}${th} of ${month}`,
      `${month} ${y}`,
      `${mm}/${y}`,
      `${short}. ${d}, ${y}`,
      `${d} ${short} ${yy}`.replace(/ (\d\d)$/, ' 20$1'),
      `${month} of ${y}`,
      `${DAYS[d % 7]}, ${month} ${d}, ${y}`,
      `${short}-${dd}`,
      `${d}${th} ${month}, ${y}`,
      `${month.toUpperCase()} ${d}, ${y}`,
      `${y}/${mm}/${dd}`,
    ]);
  }
  phone(): string {
    const [a, b, c] = [
      String(this.int(201, 989)),
      String(this.int(200, 999)),
      String(this.int(0, 9999)).padStart(4, '0'),
    ];
    return this.pick([
      `(${a}) ${b}-${c}`,
      `${a}-${b}-${c}`,
      `${a}.${b}.${c}`,
      `+1 ${a} ${b} ${c}`,
      `1-${a}-${b}-${c}`,
      `${b}-${c}`,
      `+44 20 7${this.digits(3)} ${this.digits(4)}`,
      `020 7${this.digits(3)} ${this.digits(4)}`,
      `07${this.digits(3)} ${this.digits(6)}`,
      `+49 30 ${this.digits(8)}`,
      `${a} ${b} ${c}`,
      `(${a})${b}-${c} ext. ${this.digits(3)}`,
    ]);
  }
  ssn(): string {
    return `${this.digits(3)}-${this.digits(2)}-${this.digits(4)}`;
  }
  mrn(): string {
    return this.pick([
      this.digits(7),
      this.digits(8),
      `${this.digits(3)}-${this.digits(2)}-${this.digits(2)}`,
      `${this.letters(2)}${this.digits(6)}`,
      `${this.digits(6)}`,
      `${this.letters(1)}-${this.digits(6)}`,
    ]);
  }
  account(): string {
    return this.pick([
      this.digits(9),
      `${this.digits(4)}-${this.digits(5)}`,
      `${this.letters(3)}-${this.digits(6)}`,
      `${this.letters(2)} ${this.digits(7)}`,
    ]);
  }
  plate(): string {
    return this.pick([
      `${this.digits(1)}${this.letters(3)}${this.digits(3)}`,
      `${this.letters(3)} ${this.digits(4)}`,
      `${this.letters(3)}-${this.digits(3)}`,
      `${this.letters(2)}${this.digits(2)} ${this.letters(3)}`,
    ]);
  }
  vin(): string {
    return `1${this.letters(2)}${this.digits(2)}${this.letters(2)}${this.digits(1)}${this.letters(1)}${this.letters(2)}${this.digits(6)}`.replace(
      /[IOQ]/g,
      'X',
    );
  }
  serial(): string {
    return this.pick([
      `${this.letters(3)}${this.digits(6)}${this.letters(1)}`,
      `SN-${this.digits(5)}-${this.digits(2)}`,
      `${this.digits(8)}`,
    ]);
  }
  email(): string {
    const name = this.last()
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase();
    return `${this.first()
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase()}${this.pick(['.', '_', ''])}${name}${this.pick(['', this.digits(2)])}@${this.pick(['gmail.com', 'yahoo.co.uk', 'stlukes-health.org', 'outlook.com'])}`;
  }
  url(): string {
    return this.pick([
      `https://mychart.example-health.org/patient/${this.digits(6)}`,
      `www.${this.last()
        .normalize('NFD')
        .replace(/[^a-z]/gi, '')
        .toLowerCase()}family.com`,
      `http://portal.clinic.net/view?id=${this.digits(7)}`,
      `facebook.com/${this.first()
        .normalize('NFD')
        .replace(/[^a-z]/gi, '')
        .toLowerCase()}.${this.digits(3)}`,
    ]);
  }
  ip(): string {
    return this.random() < 0.8
      ? [10, this.int(0, 255), this.int(0, 255), this.int(1, 254)].join('.')
      : `2001:db8:${this.digits(2)}a:${this.digits(3)}::${this.digits(2)}`;
  }
  street(): string {
    return `${this.int(2, 9999)} ${this.pick(['', '', 'North ', 'W. ', 'E '])}${this.pick([this.last(), this.pick(['Oak', 'Maple', 'Main', 'Park', 'Church', 'Hillcrest', 'Lake View', 'River'])])} ${this.pick(['Street', 'St', 'Avenue', 'Ave', 'Road', 'Rd', 'Lane', 'Drive', 'Blvd', 'Court', 'Way'])}`;
  }
  city(): string {
    return this.pick(this.people.cities);
  }
  zip(): string {
    return String(this.int(10000, 99899));
  }
  hospital(): string {
    return this.pick([
      `${this.last()} Memorial Hospital`,
      `St. ${this.first()}'s Hospital`,
      `${this.city()} General Hospital`,
      `${this.city()} Medical Center`,
      `${this.last()} Clinic`,
      `Mount ${this.last()} Hospital`,
      `${this.last()} Nursing Home`,
    ]);
  }
  age(): string {
    return String(this.int(90, 104));
  }
}
