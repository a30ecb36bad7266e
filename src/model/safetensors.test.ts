import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTensors, writeTensors } from './safetensors.ts';

const file = writeTensors({
  metadata: { made: 'for a test: é' },
  tensors: new Map([
    ['a', { shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) }],
    ['b', { shape: [], data: Float32Array.of(Math.PI) }],
  ]),
});

describe('safetensors', () => {
  it('reads what it wrote', () => {
    const { metadata, tensors } = readTensors(file);
    expect(metadata).toEqual({ made: 'for a test: é' });
    expect(tensors.get('a')).toEqual({ shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) });
    expect(tensors.get('b')?.data[0]).toBe(Math.fround(Math.PI));
  });

  it('says what is wrong with a broken file, and reads nothing outside it', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), (at, byte) => {
        const broken = file.slice();
        broken[at] = byte;
        try {
          readTensors(broken);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 2000 },
    );
    expect(() => readTensors(file.subarray(0, file.length - 1))).toThrow('tensor b is cut short');
    expect(() => readTensors(file.subarray(0, 20))).toThrow('its header is longer than the file');
    expect(() => readTensors(Buffer.from('not tensors'))).toThrow('its header');
  });
});
