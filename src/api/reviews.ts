import type { Knowledge } from '../knowledge/index.ts';
import { type Review, reviewOf } from '../review/index.ts';
import type { DemoPatient, DemoPatients } from './demo.ts';

/** How many reviews are kept: some for each patient and date that is looked at. */
const KEPT = 120;

/** The reviews of the demo patients, each made when first asked for; the newest are kept. */
export class DemoReviews {
  readonly patients: DemoPatients;
  readonly knowledge: Knowledge;
  private readonly made = new Map<string, Review>();

  constructor(patients: DemoPatients, knowledge: Knowledge) {
    this.patients = patients;
    this.knowledge = knowledge;
  }

  /** The review of a patient at a day, or at the day at which the patient's page opens. @throws ProdromeError `not-found` */
  async of(slug: string, day?: string): Promise<{ patient: DemoPatient; review: Review }> {
    const patient = await this.patients.patient(slug);
    const asOf = day ?? patient.opensAt;
    const key = `${slug} ${asOf}`;
    const review = this.made.get(key) ?? reviewOf(patient.chart, this.knowledge, { asOf });
    this.made.delete(key);
    this.made.set(key, review);
    const [oldest] = this.made.keys();
    if (oldest !== undefined && this.made.size > KEPT) this.made.delete(oldest);
    return { patient, review };
  }
}
