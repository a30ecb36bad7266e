import type { ChartIssue } from '../chart.ts';
import type { Json } from '../json.ts';
import type { Draft } from '../translate/bundle.ts';
import type { Segment } from './message.ts';

/** What the segments of one patient in one message have in common. */
export class Context {
  readonly patient: string;
  readonly zone: string | undefined;
  readonly resources: Draft[] = [];
  readonly issues: ChartIssue[] = [];
  readonly type: string;
  readonly event: string;
  /** When the message was sent, as an instant in UTC. */
  readonly sent: string | undefined;
  encounter: Json | undefined;
  readonly #digest: string;
  readonly #control: string;
  readonly #number: number;
  readonly #seen = new Map<string, number>();

  constructor(message: {
    readonly patient: string;
    readonly zone: string | undefined;
    readonly type: string;
    readonly event: string;
    /** Tells the message from any other. */
    readonly digest: string;
    /** MSH-10. */
    readonly control: string;
    /** MSH-7, as an instant in UTC. */
    readonly sent: string | undefined;
    /** Its place in the file, from 1. */
    readonly number: number;
  }) {
    this.patient = message.patient;
    this.zone = message.zone;
    this.type = message.type;
    this.event = message.event;
    this.#digest = message.digest;
    this.#control = message.control;
    this.sent = message.sent;
    this.#number = message.number;
  }

  /** Which state of a resource this is, and from where in the message it comes: `urn:hl7v2:MSG00001#OBX.7`. */
  meta(segment: Segment): Json {
    return { lastUpdated: this.sent, versionId: String(this.#number), source: this.source(segment) };
  }

  source(segment: Segment): string {
    return `urn:hl7v2:${encodeURIComponent(this.#control)}#${segment.name}.${segment.number}`;
  }

  /**
   * The parts of an id: of what the sender numbers (`key`) the same in every message, else of this message alone. What would get
   * the same id twice in one message is told apart by its turn.
   */
  identity(key: string | undefined, ...parts: readonly string[]): string[] {
    const all = [this.patient, key ?? `message ${this.#digest}`, ...parts];
    const joined = JSON.stringify(all);
    const turn = (this.#seen.get(joined) ?? 0) + 1;
    this.#seen.set(joined, turn);
    return turn === 1 ? all : [...all, String(turn)];
  }

  report(code: ChartIssue['code'], severity: ChartIssue['severity'], segment: Segment | undefined, text: string): void {
    const place = segment === undefined ? '' : ` ${segment.name}[${segment.number}]`;
    this.issues.push({ code, severity, where: `message ${this.#number}${place}`, text });
  }
}
