import { BASE } from './base.ts';
import { CHARTS } from './charts.ts';
import { PRINT } from './print.ts';
import { QUESTIONS } from './questions.ts';
import { READING } from './reading.ts';
import { SOURCES } from './sources.ts';

/** The look of every page. Colours meet WCAG AA on their ground, light and dark. */
export const STYLE = [BASE, QUESTIONS, CHARTS, SOURCES, READING, PRINT].join('');
