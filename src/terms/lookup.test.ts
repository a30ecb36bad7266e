import { describe, expect, it } from 'vitest';
import { analyteOf, SYSTEM } from './index.ts';

const loinc = (code: string, display?: string) => [
  display === undefined ? { system: SYSTEM.loinc, code } : { system: SYSTEM.loinc, code, display },
];

describe('analyteOf', () => {
  it('goes by LOINC code, whatever the method', () => {
    for (const code of ['2276-4', '20567-4']) expect(analyteOf(loinc(code))).toBe('ferritin');
    for (const code of ['1742-6', '1743-4']) expect(analyteOf(loinc(code))).toBe('alt');
    expect(analyteOf(loinc('18262-6', 'Low Density Lipoprotein Cholesterol'))).toBe('ldl');
  });

  it('does not take the width of red cells in fL for RDW in %', () => {
    expect(
      analyteOf(loinc('21000-5', 'RDW - Erythrocyte distribution width Auto (RBC) [Entitic vol]'), 'RDW'),
    ).toBeUndefined();
  });

  it('recognises an unlisted LOINC code by the parts of its long name', () => {
    expect(analyteOf(loinc('99999-9', 'Ferritin [Mass/volume] in Serum by Some new method'))).toBe('ferritin');
    expect(analyteOf(loinc('99999-9', 'Calcium [Moles/volume] corrected for albumin in Serum or Plasma'))).toBe(
      'corrected-calcium',
    );
    expect(analyteOf(loinc('99999-9', 'Calcium [Mass/\u200bvolume] in Serum or Plasma'))).toBe('calcium');
    expect(analyteOf(loinc('99999-9', 'Calcium [Mass/volume] in Urine'))).toBeUndefined();
    expect(
      analyteOf(loinc('99999-9', 'Glucose [Mass/volume] in Serum or Plasma --2 hours post 75 g glucose PO')),
    ).toBeUndefined();
    expect(analyteOf(loinc('99999-9', 'Lymphocytes/100 leukocytes in Blood'))).toBeUndefined();
  });

  it('goes by the exact name where there is no LOINC code', () => {
    const local = [{ system: 'urn:lab', code: 'FERR' }];
    expect(analyteOf(local, 'S-Ferritin (ug/L)')).toBe('ferritin');
    expect(analyteOf(local, 'FERRITIN, SERUM')).toBe('ferritin');
    expect(analyteOf([], 'Alk Phos')).toBe('alp');
    expect(analyteOf([], 'Urine calcium')).toBeUndefined();
    expect(analyteOf([], 'Ferritin comment')).toBeUndefined();
  });
});
