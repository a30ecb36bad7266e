import type { Draft } from '../translate/bundle.ts';
import { allergyOf, familyOf, problemOf } from './conditions.ts';
import type { Context } from './context.ts';
import { type Kind, kindOf, sectionKind } from './kinds.ts';
import { immunizationOf, medicationOf } from './medications.ts';
import { encounterOf, procedureOf } from './procedures.ts';
import { observationOf, reportOf } from './results.ts';
import { attribute, child, children, type Element } from './xml.ts';

const READERS: Readonly<Record<Kind, (element: Element, context: Context) => Draft[]>> = {
  problem: problemOf,
  allergy: allergyOf,
  medication: medicationOf,
  immunization: immunizationOf,
  result: (element, context) => observationOf(element, 'laboratory', context),
  vital: (element, context) => observationOf(element, 'vital-signs', context),
  social: (element, context) => observationOf(element, 'social-history', context),
  procedure: procedureOf,
  family: familyOf,
  encounter: encounterOf,
};

const STATEMENTS = new Set('act encounter observation organizer procedure substanceAdministration supply'.split(' '));
/** Moods of what is wished, planned or asked for, not of what is. */
const PLANNED = new Set(['INT', 'RQO', 'PRMS', 'PRP', 'ARQ', 'GOL', 'APT']);

/** Reads the coded entries of all sections of a body, and of sections within them. */
export function readEntries(body: Element | undefined, context: Context): void {
  for (const component of children(body, 'component')) {
    const section = child(component, 'section');
    if (!section) continue;
    const kind = sectionKind(section);
    for (const entry of children(section, 'entry')) {
      const before = context.resources.length + context.issues.length;
      for (const statement of children(entry)) visit(statement, kind, context);
      if (context.resources.length + context.issues.length === before && children(entry).length > 0)
        context.report('resource-unknown', 'information', entry, 'an entry of a kind that is read only as text');
    }
    readEntries(section, context);
  }
}

/** Reads a statement, or what is in it: an act of concern holds problems, an organizer results. */
function visit(element: Element, section: Kind | undefined, context: Context): void {
  if (!STATEMENTS.has(element.name)) return;
  const kind = kindOf(element, section);
  const mood = attribute(element, 'moodCode') ?? 'EVN';
  if (PLANNED.has(mood) && kind !== 'medication') {
    context.report('not-done', 'information', element, 'planned, not done: read only as text');
    return;
  }
  if (kind) {
    context.resources.push(...READERS[kind](element, context));
    return;
  }
  const start = context.resources.length;
  for (const each of element.content) {
    if (typeof each === 'string' || !(each.name === 'component' || each.name === 'entryRelationship')) continue;
    for (const inner of children(each)) visit(inner, section, context);
  }
  if (element.name === 'organizer')
    context.resources.push(...reportOf(element, context.resources.slice(start), context));
}
