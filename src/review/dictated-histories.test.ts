import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../knowledge/index.ts';
import { chartFromTexts } from '../text/index.ts';
import { reviewOf } from './compose.ts';

const knowledge = loadKnowledge();

/** Histories as they are dictated: what comes first, how probable at least, and tests that they already answer. All patients are invented. */
const HISTORIES: readonly {
  readonly text: string;
  readonly first: string;
  readonly least: number;
  readonly done: readonly string[];
}[] = [
  {
    text: 'GP letter. 34F, three weeks post partum after caesarean section. Sudden right-sided pleuritic chest pain since last night, breathless on stairs, one small streak of blood in sputum. No fever, no calf swelling. Obs: HR 112, RR 24, BP 108/70, SpO2 93% on air, T 37.2. Chest clear. ECG sinus tachycardia. D-dimer 2400 ng/mL. CXR clear.',
    first: 'pulmonary-embolism',
    least: 0.1,
    done: [],
  },
  {
    text: 'Mrs K, 42 years old, seen in clinic. Eight months of tiredness, 7 kg weight loss, dizzy on standing, craving salt, nausea. Skin tanned although she has not been in the sun, pigmented palmar creases. PMH: autoimmune hypothyroidism on levothyroxine 100 mcg. BP 98/62 lying, 78/50 standing. Na 126, K 5.7, urea 9.1, creatinine 98, glucose 3.6, TSH 4.9, 9am cortisol 74 nmol/L. HIV test negative.',
    first: 'addison-disease',
    least: 0.9,
    done: ['cortisol-morning', 'electrolytes', 'hiv-test'],
  },
  {
    text: '51M. Six weeks of low back pain and left sciatica after lifting. Since yesterday pain in both legs, numb around the saddle, has not passed urine for 14 hours, no urge. Reduced anal tone on PR. Ankle jerks absent both sides. Afebrile. No history of cancer. Bladder scan 780 ml. CRP 3.',
    first: 'cauda-equina-syndrome',
    least: 0.5,
    done: ['bladder-scan', 'digital-rectal-examination'],
  },
  {
    text: 'Seen in paediatric assessment unit: 3-year-old boy, 6 days of fever up to 40, miserable. Red eyes without discharge, red cracked lips, strawberry tongue, widespread maculopapular rash, swollen red hands. One 2 cm node left neck. CRP 156, ESR 82, WBC 18.4, platelets 512, ALT 88, albumin 28. Urine: sterile pyuria. Throat swab negative. No response to amoxicillin.',
    first: 'kawasaki-disease',
    least: 0.9,
    done: ['full-blood-count', 'esr'],
  },
  {
    text: '23 yo female student. 10 weeks of loose stools up to 8 a day including at night, with blood and mucus, urgency, cramps before stool, lost 5 kg. No travel. Stool culture negative, C difficile toxin negative. Hb 98, MCV 76, platelets 520, CRP 48, albumin 31, faecal calprotectin 1850, tTG IgA negative. No abdominal mass. No perianal disease.',
    first: 'ulcerative-colitis',
    least: 0.5,
    done: ['faecal-calprotectin', 'stool-culture', 'ttg-iga', 'full-blood-count'],
  },
  {
    text: '72-year-old retired teacher. Back pain for 4 months worse at night, two chest infections this winter, tired, constipated, thirsty. Hb 92 g/L, MCV 94, creatinine 187 (was 88 a year ago), calcium 2.89, albumin 34, total protein 98, ESR 110, CRP 6. X-ray: wedge fracture T11, lucent lesions. Dipstick protein negative. No fever. PSA normal.',
    first: 'multiple-myeloma',
    least: 0.9,
    done: ['full-blood-count', 'esr', 'urinalysis'],
  },
  {
    text: 'ED note. 19F brought by flatmate, took unknown tablets 2 hours ago after an argument. Drowsy GCS 11, pupils 7 mm, dry mouth, flushed, HR 138, BP 92/54, T 38.1. ECG: QRS 142 ms, sinus tachycardia. Glucose 5.6. Paracetamol level undetectable. Bladder palpable. pH 7.28. On amitriptyline for migraine.',
    first: 'anticholinergic-poisoning',
    least: 0.3,
    done: ['ecg'],
  },
  {
    text: 'Telephone call then seen same day: 76 year old woman, new left temporal headache 3 weeks, sore scalp when combing hair, jaw aches on chewing, shoulders stiff in the morning for an hour. This morning lost vision in left eye for 10 minutes, now back. ESR 88, CRP 71, platelets 480, Hb 108. No fever. Temporal artery tender, no pulse felt.',
    first: 'giant-cell-arteritis',
    least: 0.9,
    done: ['esr', 'crp'],
  },
  {
    text: '28F, LMP 7 weeks ago, left iliac fossa pain since this morning, light vaginal bleeding, felt faint, shoulder tip pain. Previous chlamydia. Pregnancy test positive. BP 94/60, HR 118. Abdomen tender with guarding LIF. Cervical motion tenderness. Hb 101. hCG 3400. TVUS: empty uterus, free fluid in the pelvis.',
    first: 'ectopic-pregnancy',
    least: 0.8,
    done: ['pregnancy-test', 'ultrasound-pelvis'],
  },
  {
    text: 'Neurology referral: 63M, 3 months of drooping eyelids and double vision worse in the evening, chokes on food and speech becomes nasal after talking for a while. Holding arms up tires quickly. Sensation normal, reflexes normal. No muscle wasting, no fasciculations. Pupils normal. CK 110, TSH 1.9. Acetylcholine receptor antibodies positive. Takes bisoprolol.',
    first: 'myasthenia-gravis',
    least: 0.9,
    done: ['achr-antibody', 'ck', 'tsh'],
  },
  {
    text: '69M, started clarithromycin 8 days ago for a chest infection, takes simvastatin 40 mg, ramipril. Now severe muscle pain thighs and shoulders, weak, dark urine. CK 38,000, creatinine 312 (baseline 96), K 6.4, phosphate 2.3, ALT 410. Urine dip blood 3+, no red cells on microscopy. T 36.9.',
    first: 'rhabdomyolysis',
    least: 0.9,
    done: ['ck', 'urinalysis'],
  },
  {
    text: 'A 24-year-old man with one day of fever, severe headache, vomiting, neck stiffness and photophobia. Temperature 39.4. CSF: white cells 2500, 95% neutrophils, protein 2.1 g/L, glucose 1.0 mmol/L. CRP 240.',
    first: 'bacterial-meningitis',
    least: 0.5,
    done: ['csf-examination', 'crp'],
  },
];

describe.each(HISTORIES)('$first: $text', ({ text, first, least, done }) => {
  const review = reviewOf(chartFromTexts([{ id: 'note', title: 'Note', text }]), knowledge, {});

  test('comes first', () => {
    expect(review.differential[0]?.condition.id).toBe(first);
    expect(review.differential[0]?.posterior ?? 0).toBeGreaterThanOrEqual(least);
  });

  test('no step is proposed that the history answers', () => {
    const proposed = review.nextSteps.filter(({ verdict }) => verdict === 'propose').map(({ test: { id } }) => id);
    for (const id of done) expect(proposed).not.toContain(id);
  });
});
