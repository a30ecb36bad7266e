import { describe, expect, it } from 'vitest';
import { BASE } from './base.ts';

/** Letters and the grounds on which they stand. */
const PAIRS = [
  ['ink', 'paper'],
  ['ink', 'wash'],
  ['ink', 'mark'],
  ['ink', 'accent-wash'],
  ['ink', 'alarm-wash'],
  ['soft', 'paper'],
  ['soft', 'wash'],
  ['soft', 'accent-wash'],
  ['soft', 'alarm-wash'],
  ['soft', 'band'],
  ['accent', 'paper'],
  ['accent', 'wash'],
  ['accent', 'accent-wash'],
  ['on-accent', 'accent'],
  ['alarm', 'paper'],
  ['alarm', 'alarm-wash'],
  ['warm', 'paper'],
  ['warm', 'warm-wash'],
] as const;

const [light, dark] = [...BASE.matchAll(/:root\{([^}]*)\}/g)].map((match) =>
  Object.fromEntries([...(match[1] ?? '').matchAll(/--([\w-]+):(#[0-9a-f]{3,6})/g)].map((each) => [each[1], each[2]])),
);

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (more + 0.05) / (less + 0.05);
}

describe.each([
  ['light', light],
  ['dark', dark],
])('%s colours', (_, colours) => {
  it.each(PAIRS)('%s on %s is easy to read (AA)', (letters, ground) => {
    expect(contrast(colours?.[letters] ?? '', colours?.[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});
